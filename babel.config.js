// Read by Taro (the app) and by babel-jest (the tests).
module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5' }]],
};
