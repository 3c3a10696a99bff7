import type { ShopConfig } from '../config/shop-schema.ts';
import { findingsOf, type Finding } from './finding.ts';

const { ok, note, warning } = findingsOf('policy');

/** Ways back that somebody has to make a label for. */
const withLabel: readonly string[] = ['drop_off', 'label', 'pick_up'];

/** Whether what a shop's policy offers can be done by who moves its money and its parcels. */
export function examinePolicy({
  id,
  policy,
  labels,
  payments,
  webhooks,
}: Pick<ShopConfig, 'id' | 'policy' | 'labels' | 'payments' | 'webhooks'>): Finding[] {
  if (!policy)
    return [note(`Shoppers of ${id} settle nothing by themselves.`, 'Give it a policy.')];
  const { returns, edit } = policy;
  const findings: Finding[] = [];
  const unmade = returns.methods.filter((method) => withLabel.includes(method));
  if (returns.allowed && !labels && unmade.length > 0)
    findings.push(
      note(
        `The policy of ${id} names ${unmade.join(', ')}, which is not offered: nobody makes its labels.`,
        'Name who makes them in labels, or leave only own in returns.methods.',
      ),
    );
  if (!payments && Object.values(edit.allowed).some(Boolean))
    findings.push(
      note(
        `The policy of ${id} lets orders be changed, but to nothing dearer: nobody takes the difference.`,
        'Name who moves its money in payments.',
      ),
    );
  if (returns.instantExchange && !payments)
    findings.push(
      note(
        `The policy of ${id} sends exchanges at once, which is not offered: nobody can hold their price.`,
        'Name who moves its money in payments, or set returns.instantExchange to false.',
      ),
    );
  if (!webhooks?.length)
    findings.push(
      warning(
        `Shoppers of ${id} cancel, change and return, and no system of the shop hears of it.`,
        'Add webhooks, so that the warehouse stops and the checkout takes credit; or set policy to false.',
      ),
    );
  return findings.length > 0 ? findings : [ok(`All that the policy of ${id} offers can be done.`)];
}
