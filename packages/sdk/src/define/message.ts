/** What people are told: composed by the server from events, rendered by an alerter for its medium, in the order given. */

/** The band of a score, from the worst to the mildest. */
export type Severity = 'critical' | 'high' | 'medium' | 'low' | 'informational';

/**
 * A piece of a sentence. All of it is plain text, and much of it comes from the watched accounts: whoever renders it escapes
 * it, shows control characters, and makes a link of nothing but `href`, which is always an address of the product's own.
 */
export type Inline =
  | string
  | { readonly strong: string }
  /** A name, an identifier or a value as the provider writes it. */
  | { readonly code: string }
  | { readonly link: string; readonly href: string; readonly isCode?: true };

export type Text = readonly Inline[];

/** What stands out at the end of a row. */
export type Mark =
  | { readonly kind: 'severity'; readonly severity: Severity; readonly score: number }
  | { readonly kind: 'fixed'; readonly text: string };

export type MessageRow = {
  /** Such as `18:42`; absent where the time says nothing. */
  readonly time?: string;
  readonly title: Text;
  /** A sentence each. */
  readonly lines: readonly Text[];
  readonly mark?: Mark;
};

export type DifferenceLine = {
  /** Added, removed, or a place that both sides have. */
  readonly sign: '+' | '-' | ' ';
  readonly text: string;
};

/** One part of a message. */
export type Block =
  /** What happened, and when. */
  | { readonly kind: 'event'; readonly text: Text }
  | { readonly kind: 'mark'; readonly mark: Mark }
  /** The sentence that says it all; a message has one. */
  | { readonly kind: 'sentence'; readonly text: Text }
  | { readonly kind: 'paragraph'; readonly text: Text }
  | { readonly kind: 'heading'; readonly text: Text }
  | { readonly kind: 'facts'; readonly facts: readonly { readonly label: string; readonly text: Text }[] }
  | { readonly kind: 'rows'; readonly rows: readonly MessageRow[] }
  | { readonly kind: 'difference'; readonly lines: readonly DifferenceLine[] }
  /** The first is what most people want. */
  | { readonly kind: 'links'; readonly links: readonly { readonly text: string; readonly href: string }[] }
  /** What could not be looked at: neither alarm nor all-clear, and never left out. */
  | { readonly kind: 'unknown'; readonly text: Text }
  /** Why one gets this, and how to stop it. */
  | { readonly kind: 'reason'; readonly lines: readonly Text[] };

/** One message to one receiver. */
export type Message = {
  /** A UUID, stable over retries: a receiver that drops keys it knows sees each message once. */
  readonly key: string;
  /** Messages of the same thread are about the same thing, such as one issue. */
  readonly thread?: string;
  /** One line. */
  readonly subject: string;
  /** When it was made up, ISO 8601, UTC; stable over retries too. */
  readonly at: string;
  readonly blocks: readonly Block[];
};
