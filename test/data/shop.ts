import { generatedShop } from './generated.ts';
import { absent, folderOf } from './source.ts';
import { readTauRetail, type TauRetail } from './tau-retail.ts';

/** The shop the whole-page suites run on: tau-retail, or the generated one where that is absent. */
export function testShop(): { source: TauRetail; note: string } {
  const folder = folderOf('tau-retail');
  return folder
    ? { source: readTauRetail(folder), note: 'tau-retail' }
    : {
        source: generatedShop({ seed: 1, customers: 500, orders: 1000 }),
        note: `a generated shop: ${absent('tau-retail')}`,
      };
}
