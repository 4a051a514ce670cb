(()=>{var r=document,d=r.documentElement.dataset,f=requestAnimationFrame,s={};try{s=localStorage}catch{}
["theme","elder","noslash","face"].forEach(k=>{var v=s[k];if(v)d[k]=v});
var on=k=>k!="theme"?d[k]=="on":d[k]?d[k]=="dark":matchMedia("(prefers-color-scheme:dark)").matches,mark=a=>{r.querySelectorAll("[data-switch]").forEach(b=>b.setAttribute("aria-pressed",on(b.dataset.switch)));a=r.querySelector("[data-aloud]");if(a&&on("elder"))import(a.dataset.aloud).then(m=>m.offer(a),e=>e)};
addEventListener("click",e=>{var b=e.target.closest("[data-switch]");if(!b)return;var k=b.dataset.switch,v=k=="theme"?on(k)?"light":"dark":on(k)?"":"on";
v?d[k]=s[k]=v:delete d[k]&&delete s[k];mark()});
addEventListener("keydown",e=>{var q=r.getElementById("search-q")||r.querySelector("[data-search]");
if(q&&e.key=="/"&&!d.noslash&&!e.target.closest("input,select,textarea")){e.preventDefault();q.focus();q.click()}});
addEventListener("DOMContentLoaded",mark);d.face||new PerformanceObserver(()=>f(()=>setTimeout(()=>{d.face=s.face="on";getComputedStyle(r.body).color}))).observe({type:"paint",buffered:!0});onload=()=>navigator.serviceWorker?.register("/sw.js").catch(e=>e)})();