/**
 * Remembers answers by key: the `most` keys asked for last at least, never more than twice as many. Two generations
 * instead of a list in order: what is asked for again moves to the young one, and the old one is dropped whole.
 */
export function recentlyUsed<Answer>(most: number, find: (key: string) => Answer): (key: string) => Answer {
  let young = new Map<string, Answer>();
  let old = new Map<string, Answer>();
  return (key) => {
    const known = young.get(key);
    if (known !== undefined) return known;
    const answer = old.get(key) ?? find(key);
    if (young.size >= most) {
      old = young;
      young = new Map();
    }
    young.set(key, answer);
    return answer;
  };
}
