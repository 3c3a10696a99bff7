import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { NewMessage } from '../../src/domain/conversations/conversations.ts';
import { uploadTypes } from '../../src/contract/uploads.ts';
import type { ChosenFile } from '../../src/widget/host/chosen-file.ts';
import { aPdf, aPicture } from '../builders/pictures.ts';
import type { Visitor } from '../builders/visitor.ts';
import type { Dice } from '../data/dice.ts';

export type Chosen = ChosenFile['file'];
/** The two who talk, each in a page of theirs. */
export type Both = Readonly<Record<'mara' | 'jo', Visitor>>;

/** More than goes in one piece over a line. */
const SIZE = 20_000;

/** A document like no other. */
export const aDocument = (name: string): File =>
  new File([aPdf(`${name} ${'.'.repeat(SIZE)}`)], `${name}.pdf`, { type: 'application/pdf' });

/** Pictures and documents, up to three, in any order, no two of them the same. */
export const someFiles = (name: string, { between, pick }: Dice): Chosen[] =>
  Array.from({ length: between(1, 3) }, (_, nth) => {
    const type = pick([...uploadTypes, 'application/pdf'] as const);
    if (type === 'application/pdf') return aDocument(`${name} ${nth}`);
    return new Blob([aPicture(type, `${name} ${nth} ${'.'.repeat(SIZE)}`)], { type });
  });

/** As much of a message as names files. */
interface Named {
  text: string;
  photos?: readonly string[] | undefined;
  documents?: NewMessage['documents'] | undefined;
}

export const idsIn = ({ photos = [], documents = [] }: Named): string[] => [
  ...photos,
  ...documents.map(({ id }) => id),
];

/** It has these files, and both who talk there get all of each. */
export async function assertWhole(
  message: Named,
  files: readonly Chosen[],
  { mara, jo }: Both,
): Promise<void> {
  const sent = await filesSent(files);
  for (const [page, path] of [[mara, '/uploads'] as const, [jo, '/staff/uploads'] as const])
    assert.deepEqual(
      await filesRead(message, async (id) => (await page.get(`${path}/${id}`)).response),
      sent,
      `The files of ${message.text}`,
    );
}

/** Nobody else gets a file, whatever its name. */
export async function assertHidden(
  ids: readonly string[],
  others: readonly Visitor[],
): Promise<void> {
  for (const other of others)
    for (const id of ids) {
      const { status } = await other.get(`/uploads/${id}`);
      assert.equal(status, other.token === undefined ? 401 : 404);
    }
}

/** What a reader has by a message: each of its files whole, the pictures first. */
async function filesRead(
  { photos = [], documents = [] }: Named,
  read: (id: string) => Promise<Response>,
): Promise<string[]> {
  const whole = async (id: string, name?: string) => {
    const answer = await read(id);
    assert.equal(answer.status, 200, 'A file of a message is not there');
    return told(name, await answer.arrayBuffer());
  };
  return Promise.all([
    ...photos.map((id) => whole(id)),
    ...documents.map(({ id, name }) => whole(id, name)),
  ]);
}

/** What was sent with a message, as its readers should have it. */
async function filesSent(files: readonly Chosen[]): Promise<string[]> {
  const photos = files.filter(({ name }) => name === undefined);
  const documents = files.filter(({ name }) => name !== undefined);
  const sent = [...photos, ...documents];
  return Promise.all(sent.map(async (file) => told(file.name, await file.arrayBuffer())));
}

const told = (name = 'a picture', bytes: ArrayBuffer): string =>
  `${name}: ${createHash('sha256').update(new Uint8Array(bytes)).digest('hex')}`;
