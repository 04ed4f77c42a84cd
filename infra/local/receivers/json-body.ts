import type * as z from 'zod';

/** The body, where it is JSON of this form. */
export function jsonBody<Body>(schema: z.ZodType<Body>, text: string): Body | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
