/** What the inventory answered instead of what it was asked for. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  /** The inventory's own word, such as `no_such_door`. */
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}
