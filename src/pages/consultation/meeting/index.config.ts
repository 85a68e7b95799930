export default definePageConfig({
  navigationBarTitleText: '会商',
  enableShareAppMessage: true,
});
