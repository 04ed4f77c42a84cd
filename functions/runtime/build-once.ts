/** Builds at the first call and keeps the result while the function is warm; a failed build is tried again. */
export function buildOnce<Built>(build: () => Built | Promise<Built>): () => Promise<Built> {
  let built: Promise<Built> | undefined;
  return async () => {
    built ??= attempt(build);
    const awaited = built;
    try {
      return await awaited;
    } catch (error) {
      // Recovery: forget the failure, so that one bad start does not condemn the warm function.
      if (built === awaited) built = undefined;
      throw error;
    }
  };
}

async function attempt<Built>(build: () => Built | Promise<Built>): Promise<Built> {
  return build();
}
