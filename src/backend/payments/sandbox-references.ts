/** A move as its reference tells it: the sandbox needs no memory for what it has answered. */
export interface Movement {
  act: 'refund' | 'charge' | 'hold';
  /** Name of the scenario. */
  scenario: string;
  /** What moves, in minor units. */
  amount: number;
  /** When it began, in ms. */
  at: number;
  key: string;
}

export const referenceOf = ({ act, scenario, amount, at, key }: Movement): string =>
  ['sandbox', act, scenario, amount, at, key].join('.');

const written = /^sandbox\.(refund|charge|hold)\.([a-z]+)\.(\d+)\.(\d+)\.(.+)$/;

/** Undefined for what another provider has named. */
export function movementOf(reference: string): Movement | undefined {
  const [, act = '', scenario = '', amount, at, key = ''] = written.exec(reference) ?? [];
  if (act !== 'refund' && act !== 'charge' && act !== 'hold') return undefined;
  return { act, scenario, amount: Number(amount), at: Number(at), key };
}
