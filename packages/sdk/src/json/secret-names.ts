/** What a name says about the value beside it: whether it is a secret, holds secrets, or is ordinary. */

/**
 * - `secret`: strings at and below it are secret.
 * - `random`: secret when it looks random, as with a bare `…Key`.
 * - `environment`: a list or map of settings of a program, every value of which may be secret.
 * - `metadata`: the same, but switches such as `true` are kept.
 * - `blob`: a secret whatever it looks like (user data).
 * - `access-key-id`: the id of an AWS access key, which is no secret, or things by such ids.
 * - `condition`: an operator of a policy's condition, under which names are those of condition keys.
 * - `describing`: says something about a secret (its id, date, policy …), and is kept even below a secret name.
 */
export type NameKind =
  | 'ordinary'
  | 'secret'
  | 'random'
  | 'environment'
  | 'metadata'
  | 'blob'
  | 'access-key-id'
  | 'condition'
  | 'describing';

const known = new Map<string, NameKind>();
const maxKnown = 10_000;
const maxKnownLength = 64;

/** The kind of a name in any of the usual spellings (`MasterUserPassword`, `db_password`, `x-api-key`). */
export function nameKind(name: string): NameKind {
  const kind = known.get(name);
  if (kind !== undefined) return kind;
  const found = kindOf(name);
  // Names may come from users (tags, maps), so what is remembered is bounded.
  if (name.length > maxKnownLength) return found;
  if (known.size >= maxKnown) known.clear();
  known.set(name, found);
  return found;
}

const environmentNames = new Set([
  'env',
  'envs',
  'envvars',
  'environ',
  'environment',
  'environmentvariables',
  'environmentoverrides',
  'variables',
  'stagevariables',
  'secretenvironmentvariables',
]);

/** With what they are for before it, as in `buildEnvironmentVariables` and `user_env_vars`. */
const environmentEnding = /env(?:ironment)?(?:vars?|variables)$/;

const metadataNames = new Set([
  'metadata',
  'usermetadata',
  'custommetadata',
  'instancemetadata',
  'projectmetadata',
  'commoninstancemetadata',
]);

const blobNames = new Set([
  'userdata',
  'userdatabase64',
  'customdata',
  'startupscript',
  'cloudinit',
  'bootstrapscript',
]);

const secretWords = new Set([
  'password',
  'passwords',
  'passwd',
  'passphrase',
  'passcode',
  'pwd',
  'pass',
  'psk',
  'secret',
  'secrets',
  'token',
  'tokens',
  'jwt',
  'credential',
  'credentials',
  'creds',
  'apikey',
  'apikeys',
  'privatekey',
  'secretkey',
  'accesskey',
  'authkey',
  'authtoken',
  'authorization',
  'htpasswd',
  'kubeconfig',
  'dockercfg',
  'dockerconfigjson',
  'keytab',
]);

/** Written in one word, as in `PGPASSWORD` or `clientsecret`. No ordinary word ends like these. */
const secretEnding =
  /(?:password|passwd|passphrase|secret|token|credentials?|(?:api|access|secret|private)key)$/;

const keyContents = new Set(['material', 'data', 'content', 'contents', 'base', 'pem', 'blob', 'string']);

/** `…key` after one of these is key material. */
const keyQualifiers = new Set(
  `access account admin api app application auth authentication client consumer encrypted encryption function hmac
  host integration license master pgp preshared primary private rsa secondary secret service session shared sharing signing ssh
  ssl storage subscription symmetric tls vpn webhook wpa`.split(/\s+/),
);

/** A key of this sort is public, a reference to one that never leaves its vault, or the name of a record. */
const publicKeys = new Set(
  'public kms cmk idempotency partition sort range hash object s cache dedup tag map foreign'.split(' '),
);

/** A name that ends in one of these describes a secret and does not hold it. */
const describingWords = new Set(
  `id ids identifier arn arns uri url urls endpoint endpoints name names alias aliases prefix suffix type types kind
  version versions stage stages status state states enabled disabled enable disable required require optional allowed
  policy policies age length expiry expires expiration expire date time timestamp at created updated modified changed
  used rotated rotation active region regions service services count limit limits size min max minimum maximum number
  validity unit units period days hours minutes seconds interval ttl source sources from ref refs reference references
  algorithm algorithms usage spec specs manager mode method methods provider providers scope scopes issuer audience
  description comment label labels tags tag list metadata config configuration options option settings setting rule rules
  encryption format path paths fingerprint checksum position location header headers field fields
  reuse prevention recovery reset attempts strategy principal owner user username email group role roles permission permissions
  restriction restrictions lifetime rotate behavior complexity required question condition conditions pair pairs schema template lambda function index last next`.split(
    /\s+/,
  ),
);

const conditionOperator =
  /^(?:For(?:Any|All)Values?:)?(?:String|Numeric|Date|Arn|Binary|Bool|Null|(?:Not)?IpAddress)(?:Not)?(?:Equals|Like|LessThan|GreaterThan)?(?:IgnoreCase|Equals)?(?:IfExists)?$/i;

function kindOf(name: string): NameKind {
  if (conditionOperator.test(name)) return 'condition';
  const words = wordsOf(name);
  const joined = words.join('');
  if (environmentNames.has(joined) || environmentEnding.test(joined)) return 'environment';
  if (metadataNames.has(joined)) return 'metadata';
  if (blobNames.has(joined)) return 'blob';
  if (/accesskey(?:id|lastused)$/.test(joined)) return 'access-key-id';
  if (describingWords.has(words.at(-1) ?? '')) return 'describing';
  if (words.some((word) => secretWords.has(word) || secretEnding.test(word))) return 'secret';
  if (joined.endsWith('authstring')) return 'secret';
  if (joined.endsWith('cookie')) return 'random';
  return keyKind(words);
}

/** `…Key` and `…KeyMaterial`, by what kind of key. A bare `Key` names a record, as in tags. */
function keyKind(words: readonly string[]): NameKind {
  const at = words.findLastIndex((word) => word === 'key' || word === 'keys');
  const before = words.slice(0, Math.max(0, at));
  const after = words[at + 1];
  if (at === -1 || before.some((word) => publicKeys.has(word))) return 'ordinary';
  if (after !== undefined) return keyContents.has(after) ? 'secret' : 'ordinary';
  if (before.some((word) => keyQualifiers.has(word))) return 'secret';
  return before.length === 0 ? 'ordinary' : 'random';
}

/** Lower-case words without trailing numbers: `DBPassword2` is `db`, `password`. */
function wordsOf(name: string): readonly string[] {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .map((word) => word.replace(/\d+$/, ''))
    .filter((word) => word !== '');
}
