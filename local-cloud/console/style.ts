/** The tokens of docs' look, light and dark; one column on a phone, two where there is room. */
export const STYLE = `
:root{color-scheme:light dark;--ink:#1F2A26;--ink-2:#5C6B65;--paper:#F5F6F3;--card:#FFF;--line:#E4E8E4;--pine:#1F6F5C;--on-pine:#FFF;--brick:#B3372B;--sky:#2D5F93}
@media(prefers-color-scheme:dark){:root{--ink:#E8EEEA;--ink-2:#A3B1AB;--paper:#121614;--card:#1B211E;--line:#2C3430;--pine:#57B79E;--on-pine:#121614;--brick:#E5796C;--sky:#7FB0E0}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"PingFang SC","Noto Sans SC","Microsoft YaHei",sans-serif;font-variant-numeric:tabular-nums}
main{max-width:1080px;margin:0 auto;padding:16px}
h1{font-size:20px;font-weight:600;margin:8px 0 4px}
h2{font-size:17px;font-weight:600;margin:0 0 8px}
h3{font-size:13px;font-weight:400;color:var(--ink-2);margin:12px 0 0}
p{margin:4px 0}
small,.quiet{font-size:13px;color:var(--ink-2)}
a{color:var(--sky);text-decoration:none}
.columns{display:grid;gap:16px;margin-top:16px;align-items:start}
@media(min-width:860px){.columns{grid-template-columns:1fr 1fr}}
section+section{margin-top:16px}
section{background:var(--card);border-radius:12px;padding:16px;min-width:0}
ul{list-style:none;margin:0;padding:0}
li+li{border-top:1px solid var(--line)}
.row{display:flex;align-items:center;justify-content:space-between;gap:12px;min-height:44px;padding:4px 0;color:inherit}
.row>:last-child{text-align:right}
button,.button{min-height:44px;padding:0 16px;border:0;border-radius:12px;background:var(--pine);color:var(--on-pine);font:inherit;cursor:pointer;display:inline-flex;align-items:center}
.buttons{display:flex;flex-wrap:wrap;gap:8px;margin-top:8px}
summary{min-height:44px;display:flex;align-items:center;justify-content:space-between;gap:12px;cursor:pointer;list-style:none}
summary::-webkit-details-marker{display:none}
summary::after{content:"展开";font-size:13px;color:var(--sky);flex:none}
details[open]>summary::after{content:"收起"}
summary>span{flex:1;min-width:0}
.card{border:1px solid var(--line);border-radius:12px;padding:12px;margin:8px 0}
.card strong{font-weight:600}
dl{display:grid;grid-template-columns:auto 1fr;gap:2px 16px;margin:8px 0}
dt{color:var(--ink-2)}dd{margin:0;overflow-wrap:anywhere}
.wrong{color:var(--brick)}
pre{margin:4px 0;font-size:13px;white-space:pre-wrap;overflow-wrap:anywhere;color:var(--ink-2)}
meter{width:100%;height:12px}
`;

/** Buttons with `data-post` send it and show the page anew. */
export const SCRIPT = `
addEventListener('click',async(event)=>{
  const button=event.target.closest('[data-post]');
  if(!button)return;
  button.disabled=true;
  const reply=await fetch(button.dataset.post,{method:'POST'});
  if(reply.ok)location.reload();
  else{button.disabled=false;alert((await reply.json()).error)}
});`;
