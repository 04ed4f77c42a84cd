import { InvalidArgumentError, type Command } from 'commander';
import { troubleText } from './aws-trouble.ts';
import { iso } from '../../shared/domain/time.ts';
import { examine, statusOf } from './doctor/examine.ts';
import { openPatient } from './doctor/open-patient.ts';
import type { Patient } from './doctor/patient.ts';
import { examinations } from './doctor/registry.ts';
import { report } from './doctor/report.ts';
import { runningStack } from './running-stack.ts';
import { onStack } from './stack-option.ts';
import { whileWaiting } from './while-waiting.ts';

interface DoctorOptions {
  readonly shop?: string;
  readonly json: boolean;
}

/** `tidewatch doctor`: what is wrong with the watch itself, and what to do about it. */
export function addDoctor(program: Command): void {
  onStack(program.command('doctor'))
    .description('What is wrong with the watch itself, and what to do: status 1 if something is bad, 3 if unknown.')
    .option('--shop <id>', 'of one shop alone')
    .option('--json', 'print one JSON document', false)
    .action((options: DoctorOptions) => doctor(options));
}

async function doctor({ shop, json }: DoctorOptions): Promise<void> {
  const patient = await patientOr(shop);
  if (!patient) return;
  const findings = await whileWaiting('examining', examine(patient, examinations));
  console.log(json ? JSON.stringify({ now: iso(patient.now), findings }) : report(findings));
  process.exitCode = statusOf(findings);
}

/** A stack that does not answer is no finding: there is nothing to examine. */
async function patientOr(shop: string | undefined): Promise<Patient | undefined> {
  try {
    return await openPatient(await runningStack(), shop);
  } catch (error) {
    if (error instanceof InvalidArgumentError) throw error;
    console.error(`tidewatch: ${troubleText(error)}`);
    process.exitCode = 3;
    return undefined;
  }
}
