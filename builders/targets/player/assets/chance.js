// @ts-check
/** Chance that can be repeated: a seed comes in, the same order goes out each time. */

const MANY = 10_000; // more items than any draw has

/** A new seed of seven characters. */
export function newSeed() {
  return Math.floor(Math.random() * 36 ** 7).toString(36).padStart(7, "0");
}

/**
 * Numbers from 0 to 1 (mulberry32 over an FNV-1a hash of the seed).
 * @param {string} seed
 */
function numbers(seed) {
  let state = 2166136261;
  for (const character of seed) state = Math.imul(state ^ character.charCodeAt(0), 16777619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * @template T
 * @param {readonly T[]} items
 * @param {string} seed
 * @returns {T[]}
 */
export function shuffled(items, seed) {
  const next = numbers(seed);
  const result = [...items];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = Math.floor(next() * (last + 1));
    [result[last], result[other]] = [/** @type {T} */ (result[other]), /** @type {T} */ (result[last])];
  }
  return result;
}

/**
 * Draw so many items: one of each group in turn, so that every group is covered first, and within a group one of the level
 * that this group, then the whole draw, has had least.
 * @param {readonly string[]} items
 * @param {(item: string) => string} groupOf
 * @param {number} count
 * @param {string} seed
 * @param {(item: string) => string} [levelOf]
 */
export function drawn(items, groupOf, count, seed, levelOf = () => "") {
  const waiting = new Set(shuffled(items, seed));
  const groups = [...new Set([...waiting].map(groupOf))];
  /** @type {Map<string, number>} */
  const had = new Map();
  const times = (/** @type {string} */ what) => had.get(what) ?? 0;
  /** @type {string[]} */
  const taken = [];
  while (taken.length < Math.min(count, items.length)) {
    for (const group of groups) {
      const frequency = (/** @type {string} */ item) => MANY * times(`${group} ${levelOf(item)}`) + times(levelOf(item));
      const open = [...waiting].filter((item) => groupOf(item) === group);
      const [item] = open.sort((one, other) => frequency(one) - frequency(other)); // ties stay in the seed's order
      if (item === undefined || taken.length === count) continue;
      for (const what of [`${group} ${levelOf(item)}`, levelOf(item)]) had.set(what, times(what) + 1);
      waiting.delete(item);
      taken.push(item);
    }
  }
  return shuffled(taken, `${seed}.order`);
}
