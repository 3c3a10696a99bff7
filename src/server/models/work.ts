import type { Gathered, Model, ShortModel } from '../../domain/recommendations/model.ts';

/** What a model's thread is asked; it answers with the model, then ends. */
export type ModelWork =
  | { kind: 'build'; gathered: Gathered }
  | { kind: 'recall'; model: ShortModel };
export type ModelMade = Model;
