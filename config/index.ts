import path from 'node:path';
import { defineConfig } from '@tarojs/cli';

const root = path.resolve(__dirname, '..');
const platform = process.env.TARO_ENV ?? 'h5';

/**
 * Taro hands node_modules to the minifier untranspiled; private class fields then come out as
 * text that older phones cannot parse, and the build still succeeds. `domain/` lies outside `src`.
 */
const alsoTranspile = [
  (file: string) => /node_modules[\\/](@tanstack|zod|dayjs)[\\/]/.test(file),
  (file: string) => file.startsWith(path.join(root, 'domain')),
];

// The phone's logic layer has no AbortController, and react-query fails silently without one.
const abortController = path.join(root, 'src/platform/abort-controller');

// Apart, because Taro's type of it is narrower than webpack's.
const cache = {
  enable: true,
  cacheDirectory: path.join(root, '.cache/webpack'),
  buildDependencies: {
    config: [
      'config/index.ts',
      'config/accessibility.ts',
      'config/postcss-phone.js',
      'src/app.config.ts',
      'src/platform/accessibility.json',
      'babel.config.js',
    ].map((file) => path.join(root, file)),
  },
};

export default defineConfig<'webpack5'>({
  projectName: 'xueqing',
  // Styles are written in the px of a phone 375 wide: 2rpx on the phone, itself in the browser.
  designWidth: 375,
  deviceRatio: { 375: 2 },
  sourceRoot: 'src',
  outputRoot: `dist/${platform}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  plugins: [path.join(root, 'config/accessibility.ts')],
  cache,
  logger: { quiet: true, stats: false },
  mini: {
    compile: { include: alsoTranspile },
    optimizeMainPackage: { enable: true },
    miniCssExtractPluginOption: { ignoreOrder: true },
    postcss: { './config/postcss-phone.js': { enable: true, config: {} } },
    webpackChain(chain, webpack) {
      chain.plugin('abort-controller').use(webpack.ProvidePlugin, [
        {
          AbortController: [abortController, 'AbortController'],
          AbortSignal: [abortController, 'AbortSignal'],
        },
      ]);
    },
  },
  h5: {
    compile: { include: alsoTranspile },
    publicPath: './',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    output: {
      filename: 'js/[name].[contenthash:8].js',
      chunkFilename: 'js/[name].[contenthash:8].js',
    },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: { pxtransform: { enable: false } },
    devServer: { host: '127.0.0.1' },
  },
});
