/**
 * How likely it is by chance that at least `hits` of `total` are affected where each is with probability `usual`
 * (binomial upper tail). 1 where there are no more than usual.
 */
export function chanceOf(hits: number, total: number, usual: number): number {
  if (hits <= total * usual) return 1;
  let term = Math.exp(logOfExactly(hits, total, usual));
  let sum = 0;
  for (let count = hits; count <= total && term > sum * 1e-9; count += 1) {
    sum += term;
    term *= ((total - count) / (count + 1)) * (usual / (1 - usual));
  }
  return Math.min(1, sum);
}

function logOfExactly(hits: number, total: number, usual: number): number {
  let log = hits * Math.log(usual) + (total - hits) * Math.log1p(-usual);
  for (let place = 1; place <= hits; place += 1) log += Math.log((total - hits + place) / place);
  return log;
}
