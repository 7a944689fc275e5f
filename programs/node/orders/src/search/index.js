'use strict';

/** The words of a text in lower case: runs of letters and digits. */
function words(text) {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Finds orders by the words of their articles and names. */
class Index {
  #documents = [];
  #postings = new Map();

  add(order) {
    const document = this.#documents.length;
    this.#documents.push(order);
    const counts = new Map();
    for (const line of order.lines) {
      for (const word of words(`${line.article} ${line.name}`)) {
        counts.set(word, (counts.get(word) ?? 0) + 1);
      }
    }
    for (const [word, count] of counts) {
      const list = this.#postings.get(word);
      if (list === undefined) {
        this.#postings.set(word, [{ document, count }]);
      } else {
        list.push({ document, count });
      }
    }
  }

  /** The best orders for the query, best first and at equal score the older one, each with the lines that match. */
  find(query, limit) {
    const sought = new Set(words(query).flatMap((word) => this.#expand(word)));
    const scores = new Float64Array(this.#documents.length);
    for (const word of sought) {
      this.#score(word, scores);
    }
    return this.#best(scores, limit).map((document) => this.#hit(document, scores[document], sought));
  }

  /** A word that no order holds stands for the known words that start with it, if it has three letters or more. */
  #expand(word) {
    if (this.#postings.has(word)) {
      return [word];
    }
    return word.length < 3 ? [] : [...this.#postings.keys()].filter((known) => known.startsWith(word));
  }

  #score(word, scores) {
    const list = this.#postings.get(word);
    const rarity = Math.log1p(this.#documents.length / list.length);
    for (const { document, count } of list) {
      scores[document] += (rarity * count) / (count + 1.2);
    }
  }

  #best(scores, limit) {
    const found = [];
    scores.forEach((score, document) => {
      if (score > 0) {
        found.push(document);
      }
    });
    return found.sort((a, b) => scores[b] - scores[a] || a - b).slice(0, limit);
  }

  #hit(document, score, sought) {
    const order = this.#documents[document];
    const lines = order.lines.filter((line) => words(`${line.article} ${line.name}`).some((word) => sought.has(word)));
    return { order: order.id, customer: order.customer, score: Math.round(score * 1000) / 1000, lines };
  }
}

module.exports = { Index, words };
