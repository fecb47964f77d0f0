/** How the simulated provider refuses: an error that carries AWS's code as its name, as those of the AWS SDK do. */

export class ProviderError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = code;
    this.code = code;
  }
}
