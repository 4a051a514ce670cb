(()=>{var r=document,d=r.documentElement.dataset,s;try{s=localStorage}catch(e){return}
["theme","elder","noslash"].forEach(k=>{var v=s.getItem(k);if(v)d[k]=v});
var on=k=>k!=="theme"?d[k]==="on":d[k]?d[k]==="dark":matchMedia("(prefers-color-scheme: dark)").matches,
mark=()=>{r.querySelectorAll("[data-switch]").forEach(b=>b.setAttribute("aria-pressed",on(b.dataset.switch)));
var a=r.querySelector("[data-aloud]");if(a&&on("elder"))import(a.dataset.aloud).then(m=>m.offer(a),e=>e)};
r.addEventListener("click",e=>{var b=e.target.closest?.("[data-switch]");if(!b)return;
var k=b.dataset.switch,v=k==="theme"?on(k)?"light":"dark":on(k)?"":"on";
if(v){d[k]=v;s.setItem(k,v)}else{delete d[k];s.removeItem(k)}mark()});
r.addEventListener("keydown",e=>{var q=r.getElementById("search-q")||r.querySelector("[data-search]");
if(q&&e.key==="/"&&!d.noslash&&!e.target.closest("input,select,textarea")){e.preventDefault();q.focus();q.click()}});
r.addEventListener("DOMContentLoaded",mark)})();