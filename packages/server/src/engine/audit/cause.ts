/** What makes an issue change. */
export type Cause =
  | 'config'
  | 'related'
  | 'options'
  | 'check'
  | 'facts'
  | 'world'
  /** The network allow-list. */
  | 'networks'
  /** The public lists of providers' accounts that count. */
  | 'known-accounts'
  /** The ignore list. */
  | 'ignored'
  | 'due'
  | 'person'
  | 'expiry'
  | 'deletion'
  | 'frozen'
  | 'thawed';
