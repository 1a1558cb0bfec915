/**
 * Answers that are asked for again and again while acts are judged, kept beside what they follow from. They change no
 * verdict, only its time; and they are bounded: beyond so many names in all, everything is forgotten and found again.
 */
export class Remembered<Answer extends { readonly size: number }> {
  readonly #answers = new Map<string, Answer>();
  readonly #mostNames: number;
  #names = 0;

  constructor(mostNames: number) {
    this.#mostNames = mostNames;
  }

  get(question: string): Answer | undefined {
    return this.#answers.get(question);
  }

  keep(question: string, answer: Answer): Answer {
    const names = 1 + answer.size;
    if (this.#names + names > this.#mostNames) {
      this.#answers.clear();
      this.#names = 0;
    }
    this.#answers.set(question, answer);
    this.#names += names;
    return answer;
  }
}
