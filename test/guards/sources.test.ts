import { type ProjectFile, projectFiles } from './project-files';

/** Addresses that only mean something on one machine, or name a download server. */
const OF_ONE_MACHINE =
  /(?<![\w.])\/(?:root|home|Users|work)\/[\w.-]+\/|[A-Z]:\\\\?Users\\|"resolved":\s*"http/;

const ofOneMachine = (files: readonly ProjectFile[]): string[] =>
  files.flatMap(({ path, text }) => {
    const line = text.split('\n').findIndex((one) => OF_ONE_MACHINE.test(one));
    return line < 0 ? [] : [`${path}:${line + 1}`];
  });

describe('the sources', () => {
  test('name no folder of anybody’s machine, and the lockfile no download address', () => {
    const files = projectFiles(/\.(tsx?|m?js|json|md|ya?ml|scss|html)$|^\.(npmrc|ci\/run)$/);
    expect(ofOneMachine(files)).toEqual([]);
  });

  test.each([
    ['const a = "/', 'home/someone/project/a.ts";'],
    ['"resol', 'ved": "https://registry.example/a.tgz"'],
  ])('a line such as %s%s is seen', (start, rest) => {
    expect(ofOneMachine([{ path: 'a.ts', text: start + rest }])).toEqual(['a.ts:1']);
  });

  test('the phone touches WeChat and the browser only in src/platform', () => {
    const TOUCHES = /(?<![\w.])(wx|window|document|localStorage|sessionStorage)\.\w|import Taro\b/;
    const touching = projectFiles(/^src\/(pages|components)\/.*\.tsx?$/).filter(({ text }) =>
      TOUCHES.test(text),
    );
    expect(touching.map((file) => `${file.path}: put it behind a file of src/platform`)).toEqual(
      [],
    );
    expect('  wx.showToast({})').toMatch(TOUCHES);
  });

  test('Chinese sentences are punctuated in Chinese', () => {
    // GB/T 15834: between two Chinese characters the marks are full-width.
    const HALF_WIDTH = /[\u4e00-\u9fff”》][,:;?!][\u4e00-\u9fff“《]/;
    const halfWidth = projectFiles(/\.(tsx?|md)$/).flatMap(({ path, text }) => {
      const [found] = HALF_WIDTH.exec(text) ?? [];
      return found ? [`${path}: ${found}`] : [];
    });
    expect(halfWidth).toEqual([]);
    expect(['好', '先看'].join(',')).toMatch(HALF_WIDTH);
  });

  test('what the product says in brackets stands in Chinese ones', () => {
    // 七年级(3)班 keeps the brackets that schools write it with; patterns that read files are no words.
    const HALF_WIDTH = /['`>][^'`<>/\\]*[\u4e00-\u9fff]\((?!\d\)|\$\{\w+\.number\})[^()]*\)/;
    const spoken = projectFiles(/^(src|domain|cloudfunctions)\/.*\.tsx?$/);
    const halfWidth = spoken.flatMap(({ path, text }) =>
      text.split('\n').flatMap((line) => {
        const isWords = !/^\s*(\*|\/)|RegExp|\?:|\w = '\(|endsWith/.test(line);
        return isWords && HALF_WIDTH.test(line) ? [`${path}: ${line.trim()}`] : [];
      }),
    );
    expect(halfWidth).toEqual([]);
    expect(`'照片${'('}可以不拍)'`).toMatch(HALF_WIDTH);
  });
});
