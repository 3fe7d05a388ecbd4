// @ts-check
/** Chance that can be repeated: a seed comes in, the same order goes out each time. */

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
 * Draw so many items, evenly over their groups.
 * @param {readonly string[]} items
 * @param {(item: string) => string} groupOf
 * @param {number} count
 * @param {string} seed
 */
export function drawn(items, groupOf, count, seed) {
  /** @type {Map<string, string[]>} */
  const groups = new Map();
  for (const item of shuffled(items, seed)) {
    const group = groupOf(item);
    groups.set(group, [...(groups.get(group) ?? []), item]);
  }
  /** @type {string[]} */
  const taken = [];
  while (taken.length < Math.min(count, items.length)) {
    for (const group of groups.values()) {
      const item = group.pop();
      if (item !== undefined && taken.length < count) taken.push(item);
    }
  }
  return shuffled(taken, `${seed}.order`);
}
