/** What makes an issue change. */
export type Cause =
  | 'config'
  | 'related'
  | 'options'
  | 'check'
  | 'facts'
  | 'world'
  | 'due'
  | 'person'
  | 'expiry'
  | 'deletion'
  | 'frozen'
  | 'thawed';
