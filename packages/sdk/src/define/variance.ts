/** The one place where `any` is allowed: definitions of different types stand in one list, and their callbacks are contravariant. */

// oxlint-disable-next-line typescript/no-explicit-any -- see above
export type Variant = any;
