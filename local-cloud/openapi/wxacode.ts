import { createHash } from 'node:crypto';
import { hasPage, type MiniProgram } from './mini-program';
import { type OpenApi, refuse } from './open-api';
import { drawPng } from './png';

/** 获取不限制的小程序码: at most 32 visible characters, of these only. */
const SCENE = /^[\w!#$&'()*+,/:;=?@\-.~]{1,32}$/;
const NARROWEST = 280;
const WIDEST = 1_280;
const RAYS = 36;
const RINGS = 7;

/** A round picture that differs with its scene and page. No phone can scan it. */
function draw(width: number, seed: string): Buffer {
  const bits = createHash('sha256').update(seed).digest();
  const middle = width / 2;
  return drawPng(width, (x, y) => {
    const distance = Math.hypot(x - middle, y - middle) / middle;
    const ring = Math.floor((distance - 0.4) / 0.08);
    if (ring < 0 || ring >= RINGS) return distance < 0.3 ? 90 : 255;
    const turn = (Math.atan2(y - middle, x - middle) / Math.PI + 1) / 2;
    const dot = (Math.floor(turn * RAYS) * RINGS + ring) % (bits.length * 8);
    return ((bits[dot >> 3] as number) >> (dot & 7)) & 1 ? 0 : 255;
  });
}

/** `wxacode.getUnlimited`. */
export function createWxacode(miniProgram: MiniProgram): OpenApi {
  return ({ scene, page = '', check_path = true, width = 430 }) => {
    if (typeof scene !== 'string' || !SCENE.test(scene)) return refuse(40129, 'invalid scene');
    if (typeof page !== 'string' || page.startsWith('/') || page.includes('?'))
      return refuse(41030, 'invalid page');
    if (page && check_path !== false && !hasPage(miniProgram, page))
      return refuse(41030, 'invalid page');
    if (typeof width !== 'number' || width < NARROWEST || width > WIDEST)
      return refuse(40097, 'invalid args: width');
    return { contentType: 'image/png', bytes: draw(width, `${page}?${scene}`) };
  };
}
