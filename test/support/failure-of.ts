/** What a delivery failed with; a delivery that does not fail is the failure of its test. */
export async function failureOf(delivery: Promise<unknown>): Promise<Error> {
  try {
    await delivery;
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('it did not fail');
}
