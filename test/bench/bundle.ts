import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * The sweep in one file, bundled as the function is: run from its sources, the compiler that strips the types would be
 * a third of the memory that is measured. Answers the file's path.
 */
export async function bundleSweep(folder: string): Promise<string> {
  const outfile = join(folder, 'sweep-process.mjs');
  await build({
    entryPoints: [fileURLToPath(import.meta.resolve('./sweep-process.ts'))],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    mainFields: ['module', 'main'],
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
    logLevel: 'error',
  });
  return outfile;
}
