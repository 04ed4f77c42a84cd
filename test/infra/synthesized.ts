import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { MonitoringStack, type MonitoringStackProps } from '../../infra/monitoring-stack.ts';

const cdkJson = z.object({ context: z.record(z.string(), z.unknown()) });
const cdk = cdkJson.parse(JSON.parse(readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8')));

/** An app with the feature flags of the real one that bundles nothing: the template does not depend on the code. */
export function anApp(): App {
  return new App({ context: { ...cdk.context, 'aws:cdk:bundling-stacks': [] } });
}

export function synthesize(props: MonitoringStackProps = {}): Synthesized {
  return new Synthesized(Template.fromStack(new MonitoringStack(anApp(), 'Tidewatch', props)));
}

/** A template one can ask questions. */
export class Synthesized {
  readonly #template: Template;
  constructor(template: Template) {
    this.#template = template;
  }

  /** All resources of a type, their properties read by a schema. */
  all<Properties extends object>(
    type: string,
    schema: z.ZodType<Properties>,
  ): readonly (Properties & { readonly id: string })[] {
    const found: Record<string, Record<string, unknown>> = this.#template.findResources(type);
    return Object.entries(found).map(([id, resource]) => ({ ...schema.parse(resource['Properties']), id }));
  }

  get json(): Readonly<Record<string, unknown>> {
    return this.#template.toJSON();
  }

  get outputs(): readonly string[] {
    return Object.keys(this.#template.findOutputs('*'));
  }
}

/** The logical id that a `Ref` or `Fn::GetAtt` points to. */
export function pointsTo(value: unknown): string {
  const reference = z
    .union([
      z.object({ Ref: z.string() }).transform(({ Ref }) => Ref),
      z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) }).transform((of) => of['Fn::GetAtt'][0]),
    ])
    .safeParse(value);
  return reference.success ? reference.data : `nothing: ${JSON.stringify(value)}`;
}
