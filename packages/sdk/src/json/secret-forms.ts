/** What secrets of well-known providers and formats look like inside text. */

export type SecretForm = {
  /** In words, for people: what was found. */
  readonly kind: string;
  /** Global and linear in time. `x{n}x*`, never `x{n,}`, for which the engine keeps a stack. The groups `secret` or `bare` are what is replaced; the whole match when there is neither. */
  readonly pattern: RegExp;
  /** Source of a cheap pattern without which the form cannot occur; all of them together are tried first on every text. */
  readonly hint: string;
};

export const secretForms: readonly SecretForm[] = [
  // PEM and its kin, also cut off; what is public (certificates, public keys, parameters) stays.
  {
    kind: 'private key',
    hint: '-- ?BEGIN ',
    pattern:
      /-{4,5} ?BEGIN (?!(?:TRUSTED |X509 |NEW )?CERTIFICATE|(?:RSA |EC |SSH2 |PGP )?PUBLIC KEY|X509 CRL|DH PARAMETERS|EC PARAMETERS|PKCS7|PGP (?:SIGN|MESSAGE))[A-Za-z0-9 ]{1,40}-{4,5}[^-]*(?:-(?!---)[^-]*)*(?:-{4,5} ?END [A-Za-z0-9 ]{1,40}-{4,5})?/g,
  },
  {
    kind: 'private key',
    hint: 'PuTTY-User-Key-File|AGE-SECRET-KEY',
    pattern: /PuTTY-User-Key-File[\s\S]*|AGE-SECRET-KEY-1[A-Z0-9]{50}[A-Z0-9]*/g,
  },
  // The beginnings of private keys in base64: PKCS 8, RSA, EC, DSA, OpenSSH, encrypted, PGP.
  {
    kind: 'private key',
    hint: 'LS0tLS1CRUdJTi',
    pattern:
      /LS0tLS1CRUdJTi(?:BQUklWQVRF|BSU0EgUFJJVkFU|BFQyBQUklWQVRF|BEU0EgUFJJVkFU|BPUEVOU1NIIFBSSVZB|BFTkNSWVBURUQgUFJJVkFU|BQR1AgUFJJVkFU)[A-Za-z0-9+/]*(?:\r?\n[A-Za-z0-9+/]{1,100})*={0,2}/g,
  },
  // JSON Web Tokens, two or more parts.
  {
    kind: 'JSON web token',
    hint: 'eyJ',
    pattern: /(?:(?<![\w-])|(?<=%[0-9A-Fa-f]{2}))eyJ[\w-]{8}[\w-]*\.[\w-]{4}[\w-]*(?:\.[\w-]*){0,4}/g,
  },
  // AWS: access key ids (the secret half has no prefix, see `awsSecretKey`), Bedrock keys.
  {
    kind: 'AWS access key',
    hint: 'A[KSBC][ICS]A[A-Z2-7]|ABSK|bedrock-api-key-',
    pattern:
      /(?:(?<![A-Z0-9])|(?<=%[0-9A-F]{2}))(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}(?![A-Z0-9])|ABSK[A-Za-z0-9+/]{100}[A-Za-z0-9+/]*={0,2}|bedrock-api-key-[\w+/=-]{20}[\w+/=-]*/g,
  },
  // Google
  {
    kind: 'Google credential',
    hint: 'AIza|\\bAQ\\.|ya29\\.|GOCSPX-|1//0',
    pattern:
      /AIza[\w-]{35}|(?<![\w.-])AQ\.[\w-]{30}[\w-]*|ya29\.[\w.-]{20}[\w.-]*|GOCSPX-[\w-]{20}[\w-]*|(?<![\w/])1\/\/0[\w-]{30}[\w-]*/g,
  },
  // GitHub, GitLab
  {
    kind: 'GitHub or GitLab token',
    hint: 'gh[pousr]_|github_pat_|gl[a-z]{2,5}-',
    pattern:
      /gh[pousr]_[A-Za-z0-9]{30}[A-Za-z0-9]*|github_pat_\w{22}\w*|(?<![a-z])gl(?:pat|dt|rt|ptt|cbt|soat|ffct|ft|imt|agent|oas)-[\w-]{20}[\w-]*/g,
  },
  // Chat: Slack, Discord, Teams, Telegram
  {
    kind: 'chat token',
    hint: 'xox[a-z]|xapp-|hooks\\.slack|/webhook|webhook\\.office|:AA',
    pattern:
      /xox[a-z](?:\.xox[a-z])?-[A-Za-z0-9-]{10}[A-Za-z0-9-]*|xapp-\d-[A-Za-z0-9-]{10}[A-Za-z0-9-]*|(?<=hooks\.slack(?:-gov)?\.com\/)[\w/-]{20}[\w/-]*|(?<=discord(?:app)?\.com\/api\/webhooks\/)[\w/-]{20}[\w/-]*|(?<=webhook\.office\.com\/)[\w@/-]{20}[\w@/-]*|(?<!\d)\d{8,10}:AA[\w-]{33}(?![\w-])/g,
  },
  // Payment and mail: Stripe, Square, Shopify, SendGrid, Mailgun, Mailchimp, Twilio
  {
    kind: 'payment or mail service key',
    hint: '[sr]k_(?:live|test)|whsec_|SG\\.|SK[0-9a-f]{8}|sq0|shp[a-z]{2}_|key-[0-9a-f]{8}|-us\\d|xkeysib-',
    pattern:
      /(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{10}[A-Za-z0-9]*|whsec_[A-Za-z0-9+/=]{20}[A-Za-z0-9+/=]*|SG\.[\w-]{16}[\w-]*\.[\w-]{16}[\w-]*|(?<!\w)SK[0-9a-f]{32}(?!\w)|sq0(?:atp|csp)-[\w-]{20}[\w-]*|shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}|(?<![\w-])key-[0-9a-f]{32}(?!\w)|(?<!\w)[0-9a-f]{32}-us\d{1,2}(?!\w)|xkeysib-[0-9a-f]{40}[0-9a-f]*[\w-]*/g,
  },
  // Model providers. Their keys are random in one long piece; names of resources that begin like them are words.
  {
    kind: 'model provider key',
    hint: '\\bsk-|hf_|r8_|xai-|gsk_',
    pattern:
      /(?<![\w-])sk-(?=[\w-]*\w{20})(?=[\w-]*\d)[\w-]{20}[\w-]*|(?<!\w)(?:hf|r8)_[A-Za-z0-9]{30}[A-Za-z0-9]*|(?<!\w)(?:xai-|gsk_)[A-Za-z0-9]{40}[A-Za-z0-9]*/g,
  },
  // Package registries, hosting, vaults
  {
    kind: 'registry or hosting token',
    hint: 'npm_|pypi-|do[opr]_v1_|dckr_|\\bhv[sbr]\\.|rubygems_|atlasv1|\\bdapi|\\boy2|dp\\.[a-z]{2}\\.|pscale_|HRKU-|FlyV1|CFPAT-|AKCp',
    pattern:
      /npm_[A-Za-z0-9]{30}[A-Za-z0-9]*|pypi-[\w-]{40}[\w-]*|do[opr]_v1_[0-9a-f]{40}[0-9a-f]*|dckr_(?:pat|oat)_[\w-]{20}[\w-]*|(?<!\w)hv[sbr]\.[\w-]{20}[\w-]*|rubygems_[0-9a-f]{40}[0-9a-f]*|(?<!\w)[A-Za-z0-9]{14}\.atlasv1\.[\w-]{40}[\w-]*|(?<!\w)dapi[0-9a-f]{32}|(?<!\w)oy2[a-z0-9]{43}(?!\w)|(?<!\w)dp\.(?:pt|st|ct|sa|scim|audit)\.[\w.-]{30}[\w.-]*|pscale_(?:tkn|pw|oauth)_[\w-]{30}[\w-]*|HRKU-[\w-]{30}[\w-]*|FlyV1 [\w+/=,-]{30}[\w+/=,-]*|CFPAT-[\w-]{40}[\w-]*|(?<!\w)AKCp[A-Za-z0-9]{40}[A-Za-z0-9]*/g,
  },
  // Operations: New Relic, Grafana, Linear, Atlassian, Postman, Sentry, Supabase, Notion, Pulumi, Okta, Dynatrace
  {
    kind: 'operations service token',
    hint: 'NRAK-|gl(?:sa|c)_|lin_api_|ATATT|ATBB|ATCTT|PMAK-|sntry[su]_|sb[ps]_|\\bntn_|pul-|dt0[a-z]\\d\\d',
    pattern:
      /NRAK-[A-Z0-9]{20}[A-Z0-9]*|gl(?:sa|c)_[\w+/=]{30}[\w+/=]*|lin_api_[A-Za-z0-9]{30}[A-Za-z0-9]*|AT(?:ATT|CTT|BB)[\w=-]{20}[\w=-]*|PMAK-[0-9a-f-]{40}[0-9a-f-]*|sntry[su]_[\w+/=]{30}[\w+/=]*|sb[ps]_[0-9a-f]{40}|(?<!\w)ntn_[A-Za-z0-9]{40}[A-Za-z0-9]*|(?<!\w)pul-[0-9a-f]{40}|dt0[a-z]\d\d\.[A-Z0-9]{20}[A-Z0-9]*\.[A-Z0-9]{40}[A-Z0-9]*/g,
  },
  // Microsoft Entra client secrets, Azure storage and service bus keys (64 bytes as base64)
  {
    kind: 'Microsoft key',
    hint: '\\dQ~|==',
    pattern: /(?<![\w~.-])[\w~.-]{3}\dQ~[\w~.-]{31,34}(?![\w~.-])|(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{86}==/g,
  },
  // Password hashes as in /etc/shadow and .htpasswd
  {
    kind: 'password hash',
    hint: '\\$(?:2|5|6|1|y|apr1|argon2)[a-z]{0,2}\\$',
    pattern: /\$(?:2[abxy]|[156y]|apr1|argon2(?:id?|d))\$[\w./$,=+-]{20}[\w./$,=+-]*/g,
  },
  // Credentials in URLs: the password of a user, or a token alone
  {
    kind: 'password in a URL',
    hint: '://[^\\s/]*@',
    pattern: /:\/\/(?:[^\s:/@?#'"]{0,128}:(?<secret>[^\s/'"]{1,512})@|(?<bare>[\w-]{20,256})@)/g,
  },
  // Signed URLs
  {
    kind: 'signed URL',
    hint: '[sS]ig(?:nature)?=|Security-Token=',
    pattern:
      /(?:[?&;]sig|X-Amz-Signature|X-Amz-Security-Token|X-Goog-Signature|[?&]Signature)=(?<secret>[^&\s"']{8}[^&\s"']*)/g,
  },
  // Authorization headers
  {
    kind: 'authorization header',
    hint: '(?:bearer|basic|token|BEARER|BASIC|Bearer|Basic|Token) ',
    pattern:
      /(?<![A-Za-z])(?:bearer|basic|token) {1,4}(?<secret>(?!redacted:)(?=[^\s"',;]*[\d=+/])[\w.~+/=-]{8}[\w.~+/=-]*)/gi,
  },
  // Lines of a .netrc
  {
    kind: 'password of a .netrc',
    hint: 'machine\\s',
    pattern:
      /\bmachine\s{1,8}\S{1,256}\s{1,8}login\s{1,8}\S{1,256}\s{1,8}password\s{1,8}(?<secret>\S{1,512})/g,
  },
  // Commands that take a password beside a user
  {
    kind: 'password on a command line',
    hint: ' -[up]',
    pattern:
      /\b(?:curl|wget|https?) (?:[^\n]{0,200}? )?-u ?["']?[^\s:"']{1,64}:(?<secret>[^\s"']+)|\b(?:mysql\w{0,8}|sshpass|mongo\w{0,8}) (?:[^\n]{0,200}? )?-p ?["']?(?<bare>[^\s"'-][^\s"']*)/g,
  },
];

/** AWS secret access keys: forty characters of base64 that stand alone. Only as a hint: see `looksLikeAwsSecret`. */
export const awsSecretKey = /(?:(?<![A-Za-z0-9/+])|(?<=%[0-9A-Fa-f]{2}))[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])/g;

/** Random base64 falls into many short pieces; names fall into words, paths have many slashes, and hex has one case. */
export function looksLikeAwsSecret(text: string): boolean {
  if (!/[A-Z]/.test(text) || !/[a-z]/.test(text) || text.split('/').length > 5) return false;
  const pieces = text.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+|[/+]/g) ?? [];
  return pieces.length >= 13;
}
