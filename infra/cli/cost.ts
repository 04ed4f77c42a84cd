import type { Command } from 'commander';
import { costDocument } from './cost/cost-document.ts';
import { costText } from './cost/cost-text.ts';
import { counts } from './cost/counts.ts';
import { estimateCost, type Load } from './cost/estimate-cost.ts';
import { wholeFrom } from './whole-from.ts';

/** `tidewatch cost`: a month's bill on AWS. It asks nobody anything. */
export function addCost(program: Command): void {
  program
    .command('cost')
    .description('What a month on AWS costs, by the counts of the bench and one table of prices.')
    .option('--orders <count>', 'orders a month, in all shops together', wholeFrom(1), 5_000)
    .option('--shops <count>', 'shops', wholeFrom(1), 1)
    .option('--every <minutes>', 'minutes from sweep to sweep, 10 to 60', wholeFrom(10, 60), 60)
    .option('--notices <count>', 'mails a day, each recipient counted', wholeFrom(0), 20)
    .option('--json', 'print one JSON document', false)
    .action(({ json, ...load }: Load & { readonly json: boolean }) => {
      const lines = estimateCost(load, counts);
      console.log(json ? JSON.stringify(costDocument(load, lines)) : costText(load, lines));
    });
}
