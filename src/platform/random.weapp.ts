/** WeChat hands out random bytes by callback only, so a pool is kept filled ahead. */
const POOL_BYTES = 8192;

let pool = new Uint8Array(0);
let isFilling = false;

function fill(): void {
  if (isFilling) return;
  isFilling = true;
  wx.getRandomValues({
    length: POOL_BYTES,
    success: ({ randomValues }) => {
      pool = new Uint8Array(randomValues);
    },
    complete: () => {
      isFilling = false;
    },
  });
}

fill();

/**
 * Random bytes that nobody can guess.
 *
 * @throws if more are asked at once than the pool holds; it is full again within milliseconds
 */
export function randomBytes(length: number): Uint8Array {
  if (pool.length - length < POOL_BYTES / 2) fill();
  if (pool.length < length) throw new Error('手机还没有准备好，请再点一次。');
  const taken = pool.slice(0, length);
  pool = pool.slice(length);
  return taken;
}
