export default definePageConfig({
  navigationBarTitleText: '谁填了',
  enableShareAppMessage: true,
});
