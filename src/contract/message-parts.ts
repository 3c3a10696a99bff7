import { z } from 'zod';
import { MOST_CARDS, MOST_CHOICES } from './inbox-limits.ts';
import { Id, Link, Picture } from './primitives.ts';

/** What a message may show beside its words. */
export const cardKinds = ['order', 'return', 'product'] as const;
const CardKind = z.enum(cardKinds);

const named = { kind: CardKind, id: Id };

/** A card as a message carries it: what it is of, and what to call it. How it stands is read anew. */
export const Card = z
  .object({
    ...named,
    title: z.string().max(200).describe('The number of an order or a return, a product’s name'),
    picture: Picture.optional(),
    url: Link.optional().describe('The page of a product'),
  })
  .meta({ id: 'Card' });
export type Card = z.infer<typeof Card>;
export const Cards = z.array(Card).max(MOST_CARDS);

/** Which card; orders and returns are the shopper’s own. */
export const CardName = z.strictObject(named).meta({ id: 'CardName' });
export type CardName = z.infer<typeof CardName>;
export const CardNames = z.array(CardName).max(MOST_CARDS).describe('What it is about');

/** Answers to choose from; who taps one has written it. */
export const Choices = z.array(z.string().trim().min(1).max(80)).max(MOST_CHOICES);
