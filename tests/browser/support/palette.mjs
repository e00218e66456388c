// Pictures of at most 256 colours: a picture of a page is a third as large that way, and looks the same.
//
// What a page is made of is flat: few colours, and the mixtures of two at the edges of letters. The colours that most
// dots have are kept as they are, and each other one becomes the nearest of them. Chromium reads the picture and does
// the choosing; only the writing is done here, since there is no way to ask a browser for a PNG with a palette.

import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const BITS_A_CHANNEL = 8;
/** The colour type of a picture whose dots are numbers in a palette. */
const INDEXED = 3;
const MOST = 256;

/** The PNG of a picture without transparency, with a palette; `tab` is any page, which stays as it is. */
export async function withPalette(tab, png) {
  const { width, height, colours, dots } = await tab.evaluate(chosen, [png.toString('base64'), MOST]);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([BITS_A_CHANNEL, INDEXED], 8);
  const all = Buffer.from(dots, 'base64');
  // Every row begins with how it is filtered; numbers of colours are not, since neighbours mean nothing.
  const rows = Array.from({ length: height }, (_, at) => [Buffer.from([0]), all.subarray(at * width, (at + 1) * width)]).flat();
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(colours.flat())),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name, data) {
  const named = Buffer.concat([Buffer.from(name, 'ascii'), data]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(data.length, 0);
  named.copy(whole, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
}

/** Runs in the page: the colours that most dots have, and for each dot, row by row, the number of its colour. */
async function chosen([png, most]) {
  const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const { width, height } = picture;
  const canvas = new OffscreenCanvas(width, height).getContext('2d');
  canvas.drawImage(picture, 0, 0);
  const { data } = canvas.getImageData(0, 0, width, height);
  const colour = (at) => (data[at] << 16) | (data[at + 1] << 8) | data[at + 2];
  const parts = (code) => [code >> 16, (code >> 8) & 255, code & 255];

  const times = new Map();
  for (let at = 0; at < data.length; at += 4) times.set(colour(at), (times.get(colour(at)) ?? 0) + 1);
  const kept = [...times].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, most).map(([code]) => code);
  const colours = kept.map(parts);

  const numbers = new Map(kept.map((code, number) => [code, number]));
  const nearest = (code) => {
    const wanted = parts(code);
    const far = colours.map((one) => one.reduce((sum, part, at) => sum + (part - wanted[at]) ** 2, 0));
    return far.indexOf(Math.min(...far));
  };
  let dots = '';
  for (let at = 0; at < data.length; at += 4) {
    const code = colour(at);
    if (!numbers.has(code)) numbers.set(code, nearest(code));
    dots += String.fromCharCode(numbers.get(code));
  }
  return { width, height, colours, dots: btoa(dots) };
}
