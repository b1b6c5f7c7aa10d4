/**
 * The inner loops of the learned reader, in AssemblyScript: `npm run kernel` compiles this folder to kernel.wasm. Every function works on
 * addresses in one memory that the host lays out (kernel.ts beside this folder); none allocates.
 *
 * Seven labels take a row of eight lanes, so that four (32-bit) or all (16-bit) of them are added at once; the eighth stays nought.
 */

export { bestPath, marginals } from './chains'
export { wipe } from './columns'
export { describe } from './describe'
export { frameLook, secondLook } from './looks'
export { place, weigh, weighThree } from './weights'
