/** Certificates: what one says (claim), how it is packed into a link (token) and how it is checked (verify). */
export { type Claim, claimFor } from './claim.ts';
export { recordName, releaseHash } from './digest.ts';
export { findToken } from './link.ts';
export { cleanName, LONGEST_NAME } from './name.ts';
export { unpackRecord } from './record-bits.ts';
export { type CertificatePart, type OpenedToken, openToken, packClaim } from './token.ts';
export { type Verification, verifyClaim } from './verify.ts';
