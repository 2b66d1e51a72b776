interface Waiting<Q, A> {
  question: Q;
  resolve: (answer: A) => void;
  reject: (error: unknown) => void;
}

/**
 * Asks for many things in one call: what is asked for within a short time goes together, and what comes while a call is on its way goes
 * with the next one. So there are fewer calls the slower they are.
 */
export class Batch<Q, A> {
  private readonly waiting: Waiting<Q, A>[] = [];
  private calling = false;

  /**
   * @param ask answers all questions, in their order; an answer that is an error is the failure of its question alone
   * @param most questions in a call, at least 1
   * @param wait how long to wait for more of them, in milliseconds
   */
  constructor(
    private readonly ask: (questions: Q[]) => Promise<(A | Error)[]>,
    private readonly most: number,
    private readonly wait: number,
  ) {}

  of(question: Q): Promise<A> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ question, resolve, reject });
      if (!this.calling) {
        this.calling = true;
        setTimeout(() => this.callWhileAsked(), this.wait);
      }
    });
  }

  private async callWhileAsked(): Promise<void> {
    while (this.waiting.length > 0) {
      await this.call(this.waiting.splice(0, this.most));
    }
    this.calling = false;
  }

  private async call(asked: Waiting<Q, A>[]): Promise<void> {
    try {
      const answers = await this.ask(asked.map(({ question }) => question));
      asked.forEach(({ resolve, reject }, index) => {
        const answer = answers[index];
        if (answer === undefined || answer instanceof Error) {
          reject(answer ?? new Error('The service left out an answer.'));
        } else {
          resolve(answer);
        }
      });
    } catch (error) {
      asked.forEach(({ reject }) => reject(error));
    }
  }
}
