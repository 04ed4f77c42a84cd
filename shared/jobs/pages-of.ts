import type { BookPage } from '../ports/order-book.ts';

/** Every page of a part of the book or the shelf, one after the other. */
export async function* pagesOf(read: (after?: string) => Promise<BookPage>): AsyncGenerator<BookPage> {
  let after: string | undefined;
  do {
    const page = await read(after);
    yield page;
    after = page.next;
  } while (after !== undefined);
}
