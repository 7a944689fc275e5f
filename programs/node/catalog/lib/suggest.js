/** Proposes products for what somebody has begun to type, allowing for one slip of the finger in a word. */
export class Suggestions {
  #entries;

  constructor(products) {
    this.#entries = products.map(({ sku, names, rating }) => ({ sku, name: names.en, rating, words: names.en.toLowerCase().split(' ') }));
  }

  find(typed, limit) {
    const sought = typed.toLowerCase().split(' ').filter((word) => word !== '');
    if (sought.length === 0) {
      return [];
    }
    const best = [];
    for (const entry of this.#entries) {
      const slips = distance(entry.words, sought);
      if (slips !== undefined) {
        best.push({ slips, entry });
      }
    }
    best.sort((a, b) => a.slips - b.slips || b.entry.rating - a.entry.rating || (a.entry.sku < b.entry.sku ? -1 : 1));
    return best.slice(0, limit).map(({ entry: { sku, name } }) => ({ sku, name }));
  }
}

function distance(words, sought) {
  let slips = 0;
  for (const typed of sought) {
    if (words.some((word) => word.startsWith(typed))) {
      continue;
    }
    if (typed.length < 4 || !words.some((word) => startsNearly(word, typed))) {
      return undefined;
    }
    slips++;
  }
  return slips;
}

/** Whether the word starts with the typed text after one letter is changed, added, left out, or swapped with the next. */
export function startsNearly(word, typed) {
  let same = 0;
  while (same < typed.length && word[same] === typed[same]) {
    same++;
  }
  const rest = typed.slice(same + 1);
  return word.startsWith(rest, same + 1)
    || word.startsWith(rest, same)
    || word.startsWith(typed.slice(same), same + 1)
    || (word[same] === typed[same + 1] && word[same + 1] === typed[same] && word.startsWith(typed.slice(same + 2), same + 2));
}
