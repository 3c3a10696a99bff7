import { createHmac } from 'node:crypto';
import { aPdf, aPicture } from '../builders/pictures.ts';
import type { Visitor } from '../builders/visitor.ts';

/** Words of one piece in ASCII: in the log's fields they would look like names of ours. */
export const planted = new Set<string>();
export const plant = (word: string): string => (planted.add(word), word);
export const MARA = plant('canary@nest.example');
/** Signs what the shop tells the server. */
export const SECRET = plant('canary-webhook-secret-of-32-chars');

let letters = 0;
/** A picture and a document with their names, in a message. */
export async function sendFiles(visitor: Visitor): Promise<void> {
  letters += 1;
  const conversation = (await visitor.post('/conversations', {})).body.id ?? 'gone';
  const send = (raw: Uint8Array<ArrayBuffer>, type: string) =>
    visitor.send('POST', '/uploads', { raw, headers: { 'Content-Type': type } });
  const document = await send(aPdf(plant(`CanaryInside${letters}`)), 'application/pdf');
  await send(aPicture('image/png', plant(`CanaryDrawn${letters}`)), 'image/png');
  await send(aPdf(plant(`CanaryNoPicture${letters}`)), 'image/png');
  const message = {
    ...{ client: plant(`canary-client-name-${letters}`), text: plant(`CanaryText${letters}`) },
    ...{ documents: [document.body.id ?? 'gone'], names: [plant(`CanaryFile${letters}.pdf`)] },
  };
  await visitor.post(`/conversations/${conversation}/messages`, message, { key: null });
}

/** News of customers, signed and not, whole and not. */
export async function tellOfCustomers(visitor: Visitor): Promise<void> {
  const news = [
    {
      id: 'c-1',
      email: MARA,
      firstName: plant('Serinus'),
      lastName: plant(`Canaryname${letters}`),
    },
    { id: plant(`canary-id-${letters}`), email: plant(`no-address-${letters}`) },
  ].map((each) =>
    JSON.stringify({ type: 'customer', ...each, updatedAt: new Date().toISOString() }),
  );
  for (const raw of [...news, `{"id": ${plant(`CanaryCut${letters}`)}`])
    for (const secret of [SECRET, plant(`canary-of-another-secret-${letters}`)]) {
      const at = Math.floor(Date.now() / 1000);
      const signature = createHmac('sha256', secret).update(`${at}.${raw}`).digest('hex');
      await visitor.send('POST', '/webhooks/customers', {
        ...{ raw, key: null },
        headers: {
          'Content-Type': 'application/json',
          'X-Front-Desk-Signature': `t=${at},v1=${plant(signature)}`,
        },
      });
    }
}
