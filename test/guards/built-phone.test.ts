import { execFileSync } from 'node:child_process';
import path from 'node:path';
import postcss from 'postcss';
import { ROOT } from '../../config/inputs';
import { builtFiles } from './built';
import { type ProjectFile, projectFiles } from './project-files';

/** What WeChat's compiler of stylesheets rejects, and what its audit marks down. */
const UNWANTED_SELECTOR: readonly { sign: RegExp; why: string }[] = [
  { sign: /:active/, why: 'a pressed state is hover-class' },
  { sign: /(^|[\s>+~(,])\*/, why: '* is not understood' },
  { sign: /&/, why: 'nesting is not understood' },
  { sign: /:is\(/, why: ':is() is not understood' },
  { sign: /\\/, why: 'a backslash is not understood' },
];

function unwantedStyles(files: readonly ProjectFile[]): string[] {
  const found: string[] = [];
  for (const file of files) {
    postcss.parse(file.text).walkRules((rule) => {
      if (rule.parent?.type === 'rule') found.push(`${file.path}: ${rule.selector} is nested`);
      for (const { sign, why } of UNWANTED_SELECTOR) {
        if (sign.test(rule.selector)) found.push(`${file.path}: ${rule.selector}: ${why}`);
      }
      const props = new Map<string, string>();
      rule.walkDecls(({ prop, value }) => void props.set(prop, value));
      const scrolls = ['overflow', 'overflow-x', 'overflow-y'].some((prop) =>
        /scroll|auto/.test(props.get(prop) ?? ''),
      );
      if (scrolls && props.get('-webkit-overflow-scrolling') !== 'touch') {
        found.push(`${file.path}: ${rule.selector} scrolls without inertia`);
      }
    });
  }
  return found;
}

/** Plain addresses, but for the names of vocabularies, which nobody fetches. */
const plainAddresses = (files: readonly ProjectFile[]): string[] =>
  files.flatMap(({ path, text }) =>
    [...text.matchAll(/http:\/\/(?!www\.w3\.org\/|json-schema\.org\/)[\w./-]+/g)].map(
      ([url]) => `${path}: ${url}`,
    ),
  );

describe('the built mini-program', () => {
  test('styles hold nothing that WeChat rejects or marks down', () => {
    expect(unwantedStyles(builtFiles('weapp', /\.wxss$/))).toEqual([]);
  });

  test.each(['a:active{color:red}', '*{margin:0}', 'a{b{color:red}}', 'a{overflow-y:scroll}'])(
    'a stylesheet with %s is seen',
    (text) => expect(unwantedStyles([{ path: 'app.wxss', text }])).not.toEqual([]),
  );

  test('speaks to nobody without encryption', () => {
    expect(plainAddresses(builtFiles('weapp', /\.(js|json|wxml|wxss|wxs)$/))).toEqual([]);
    expect(plainAddresses([{ path: 'a.js', text: 'fetch("http://example.com/a")' }])).not.toEqual(
      [],
    );
  });

  test('carries only what it uses of the schema library', () => {
    // Its JSON schemas and its fifty languages come along whole if one file of domain/ takes `z`
    // from another file instead of `import * as z from 'zod/mini'`: half a megabyte.
    const heavy = builtFiles('weapp', /\.js$/).filter(({ text }) => /json-schema\.org/.test(text));
    expect(heavy.map((file) => file.path)).toEqual([]);
  });

  test('has every page that lies in src/pages, and no other', () => {
    const [map] = builtFiles('weapp', /^app\.json$/);
    const { pages, subPackages = [] } = JSON.parse(map?.text ?? '') as {
      pages: string[];
      subPackages?: { root: string; pages: string[] }[];
    };
    const inSubPackages = subPackages.flatMap(({ root, pages: own }) =>
      own.map((page) => `${root}/${page}`),
    );
    const mapped = [...pages, ...inSubPackages];
    // A page is a folder whose index has a configuration beside it.
    const written = projectFiles(/^src\/pages\/.*\/index\.config\.ts$/).map(({ path }) =>
      path.replace('src/', '').replace('.config.ts', ''),
    );
    expect(mapped.sort()).toEqual(written.sort());
  });
});

describe('the built browser app', () => {
  test('every script is JavaScript that a browser can parse', () => {
    for (const { path: script } of builtFiles('h5', /\.js$/)) {
      execFileSync(process.execPath, ['--check', path.join(ROOT, script)], { stdio: 'pipe' });
    }
  });
});

describe('what is deployed', () => {
  const NOT_OURS_TO_DEPLOY = /^\/\/ (local-cloud|test|bench|config)\//m;

  test('no function holds code of the local cloud or of tests', () => {
    const bundles = builtFiles('cloudfunctions', /index\.js$/);
    expect(bundles.length).toBeGreaterThan(0);
    expect(
      bundles.filter(({ text }) => NOT_OURS_TO_DEPLOY.test(text)).map((file) => file.path),
    ).toEqual([]);
  });

  test('a bundle with a file of the local cloud is seen', () => {
    expect('"use strict";\n// local-cloud/clock.ts\nvar x;').toMatch(NOT_OURS_TO_DEPLOY);
  });

  test('the phone holds no word of the local cloud', () => {
    const files = builtFiles('weapp', /\.js$/).filter(({ text }) =>
      /local-cloud|x-wx-openid/.test(text),
    );
    expect(files.map((file) => file.path)).toEqual([]);
  });

  test('every function names the SDK that the project was tested with', () => {
    const [root] = projectFiles(/^package\.json$/);
    const { dependencies } = JSON.parse(root?.text ?? '');
    for (const { text } of builtFiles('cloudfunctions', /package\.json$/)) {
      expect(JSON.parse(text).dependencies).toEqual({
        'wx-server-sdk': dependencies['wx-server-sdk'],
      });
    }
  });
});
