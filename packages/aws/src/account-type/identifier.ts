/** Reads a 12-digit AWS account number as people write it. */

/** Dashes and spaces are tolerated (`1234-5678-9012`) and removed; anything else is a problem in one sentence. */
export function parseAccountNumber(text: string): { readonly value: string } | { readonly problem: string } {
  const digits = text.replaceAll(/[\s-]/g, '');
  if (!/^\d+$/.test(digits)) {
    return { problem: `An AWS account number has 12 digits and nothing else, such as 123456789012.` };
  }
  if (digits.length !== 12) {
    return {
      problem: `An AWS account number has 12 digits; this one has ${digits.length}. Leading zeros count.`,
    };
  }
  return { value: digits };
}
