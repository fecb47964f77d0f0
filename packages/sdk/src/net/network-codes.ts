/** Codes of Node.js by which a call fails before the provider has answered. */

/** The peer was silent for too long. */
export const timeoutCodes: readonly (string | RegExp)[] = ['TimeoutError', 'ETIMEDOUT', 'ESOCKETTIMEDOUT'];

/** There is no way to the peer, or it is not believed to be the peer. */
export const networkCodes: readonly (string | RegExp)[] = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'EADDRNOTAVAIL',
  'EHOSTDOWN',
  'ENETDOWN',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'EPROTO',
  // Certificates that are not believed, as behind a proxy that opens TLS: https://nodejs.org/api/tls.html#x509-certificate-error-codes
  /^CERT_/,
  /SELF_SIGNED_CERT/,
  /^UNABLE_TO_(?:GET|VERIFY|DECRYPT)_/,
  /^ERR_SSL_/,
  /^ERR_TLS_/,
  /^UND_ERR_/,
];
