import { Command } from 'commander';
import type { Check } from '../../domain/reports.js';
import { type Context, print, printJson } from '../context.js';
import { exitCodes } from '../failure.js';
import { layoutOf } from '../layout.js';
import { sharedOptions } from '../options.js';
import { presentChecks } from '../present-reports.js';
import { ownVersion } from '../version.js';

const oldestNode = 20;

function versions(): readonly Check[] {
  const major = Number(process.versions.node.split('.')[0]);
  return [
    { name: 'accord', state: 'ok', detail: ownVersion() },
    {
      name: 'node',
      state: major >= oldestNode ? 'ok' : 'problem',
      detail: `${process.versions.node} (${oldestNode} or newer is needed)`,
    },
  ];
}

/** `accord doctor`: fails when something has to be mended. */
export function doctorCommand(context: Context): Command {
  return new Command('doctor')
    .summary('check the installation, the corpus and the snapshot')
    .description(
      'Checks versions, the model, the corpus and the snapshot, and shows what is configured.',
    )
    .option('--repair', 'build a damaged current snapshot anew from what is sound, then check')
    .addOption(sharedOptions.json())
    .action(async (options: { readonly json?: true; readonly repair?: true }) => {
      const { application, settings, colour } = await context.open();
      const repaired = options.repair ? await application.repair() : [];
      const found = await application.doctor();
      const checks = [...versions(), ...repaired, ...found, ...settings];
      const healthy = checks.every(({ state }) => state !== 'problem');
      if (options.json) printJson(context, { healthy, checks });
      else print(context, presentChecks(checks, layoutOf(context, colour)));
      if (!healthy) context.setExitCode(exitCodes.failed);
    });
}
