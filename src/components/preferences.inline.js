(function(){var r=document,d=r.documentElement.dataset,s;try{s=localStorage}catch(e){return}
["theme","elder","noslash"].forEach(function(k){var v=s.getItem(k);if(v)d[k]=v});
function on(k){return k!=="theme"?d[k]==="on":d[k]?d[k]==="dark":matchMedia("(prefers-color-scheme: dark)").matches}
function mark(){r.querySelectorAll("[data-switch]").forEach(function(b){b.setAttribute("aria-pressed",on(b.dataset.switch))})}
r.addEventListener("click",function(e){var b=e.target.closest&&e.target.closest("[data-switch]");if(!b)return;
var k=b.dataset.switch,v=k==="theme"?on(k)?"light":"dark":on(k)?"":"on";
if(v){d[k]=v;s.setItem(k,v)}else{delete d[k];s.removeItem(k)}mark()});
r.addEventListener("keydown",function(e){var q=r.getElementById("search-q")||r.querySelector("[data-search]");
if(q&&e.key==="/"&&!d.noslash&&!e.target.closest("input,select,textarea")){e.preventDefault();q.focus();q.click()}});
r.addEventListener("DOMContentLoaded",mark)})();