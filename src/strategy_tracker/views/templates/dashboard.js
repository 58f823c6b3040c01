(function(){
"use strict";
var place=document.getElementById("filters"),COLOURS=place?JSON.parse(place.dataset.colours):{};
var NOBODY="\u2013";
function all(selector,root){return Array.prototype.slice.call((root||document).querySelectorAll(selector));}
function make(name,text){var it=document.createElement(name);if(text){it.textContent=text;}return it;}
var items=all(".item"),lists=all(".items"),fields={},status=null,opener=null,sorted="";
items.forEach(function(item,n){item.place=n;});

function field(name,label,control){
  var box=make("label",label);
  control.name=name;fields[name]=control;box.appendChild(control);
  control.addEventListener(name==="q"?"input":"change",function(){apply();remember();});
  return box;
}
function choice(name,label,first,options){
  var control=make("select"),any=make("option",first);
  any.value="";control.appendChild(any);
  options.forEach(function(pair){var one=make("option",pair[1]);one.value=pair[0];control.appendChild(one);});
  return field(name,label,control);
}
function owned(item){return (item.dataset.owner||NOBODY).split("\n");}
function owners(){
  var seen={};
  items.forEach(function(item){owned(item).forEach(function(name){seen[name]=true;});});
  return Object.keys(seen).sort(function(a,b){return a===NOBODY?1:b===NOBODY?-1:a.localeCompare(b,"en-GB");})
    .map(function(name){return [name,name===NOBODY?"nobody is named":name];});
}
function priorities(){
  var many=all(".strategy").length>1;
  return all(".priority").map(function(one){
    var strategy=one.closest(".strategy"),title=many&&strategy?strategy.querySelector("h2").textContent+": ":"";
    return [one.id,title+one.dataset.name];
  });
}
function colours(){
  return Object.keys(COLOURS).filter(function(name){
    return items.some(function(item){return item.dataset.colour.split(" ").indexOf(name)>=0;});
  }).map(function(name){return [name,COLOURS[name]];});
}
function build(){
  var bar=make("div"),search=make("input"),clear=make("button","Clear");
  bar.className="filters";bar.setAttribute("role","search");bar.setAttribute("aria-label","Filter and sort");
  search.type="search";search.autocomplete="off";
  bar.appendChild(field("q","Search",search));
  bar.appendChild(choice("owner","Owner","everybody",owners()));
  if(priorities().length){bar.appendChild(choice("priority","Priority","all",priorities()));}
  bar.appendChild(choice("colour","Colour","all",colours()));
  bar.appendChild(choice("sort","Order","as written",[["rank","worst colour first"],["days","most days late first"],
    ["owner","by owner"],["title","by title"]]));
  clear.type="button";clear.addEventListener("click",function(){set({});remember();fields.q.focus();});
  bar.appendChild(clear);
  opener=make("button","Open all");opener.type="button";opener.addEventListener("click",toggle);
  if(all(".item details").length){bar.appendChild(opener);}
  status=make("p");status.setAttribute("role","status");bar.appendChild(status);
  place.parentNode.insertBefore(bar,place);
}
function toggle(){
  var open=opener.textContent==="Open all";
  items.forEach(function(item){var it=item.querySelector("details");if(it&&!item.hidden){it.open=open;}});
  opener.textContent=open?"Close all":"Open all";
}
function value(name){return fields[name]?fields[name].value:"";}
function shown(item){
  var q=value("q").trim().toLowerCase(),owner=value("owner"),priority=value("priority"),colour=value("colour");
  if(owner&&owned(item).indexOf(owner)<0){return false;}
  if(colour&&item.dataset.colour.split(" ").indexOf(colour)<0){return false;}
  if(priority){var section=item.closest(".priority");if(!section||section.id!==priority){return false;}}
  if(!q){return true;}
  item.words=item.words||item.textContent.toLowerCase();
  return q.split(/\s+/).every(function(word){return item.words.indexOf(word)>=0;});
}
function title(item){var it=item.querySelector(".what,a");return it?it.textContent:"";}
var ORDERS={
  rank:function(a,b){return a.dataset.rank-b.dataset.rank;},
  days:function(a,b){return b.dataset.days-a.dataset.days;},
  owner:function(a,b){return (a.dataset.owner||"\uffff").localeCompare(b.dataset.owner||"\uffff","en-GB");},
  title:function(a,b){return title(a).localeCompare(title(b),"en-GB");}
};
function sort(){
  if(value("sort")===sorted){return;}
  sorted=value("sort");
  var by=ORDERS[value("sort")]||function(){return 0;};
  lists.forEach(function(list){
    var inside=Array.prototype.slice.call(list.children);
    inside.sort(function(a,b){return by(a,b)||a.place-b.place;}).forEach(function(item){list.appendChild(item);});
  });
}
function apply(){
  var filtered=["q","owner","priority","colour"].some(function(name){return value(name).trim()!=="";}),n=0;
  items.forEach(function(item){var is=shown(item);item.hidden=!is;if(is){n+=1;}});
  all(".group,.priority,.strategy").forEach(function(one){
    one.hidden=filtered&&!one.querySelector(".item:not([hidden])");
  });
  sort();
  status.textContent=filtered?"Showing "+n+" of "+items.length+".":"Showing all "+items.length+".";
}
function set(wanted){
  Object.keys(fields).forEach(function(name){
    fields[name].value=wanted[name]||"";
    if(fields[name].selectedIndex<0){fields[name].value="";}
  });
  apply();
}
function remember(){
  var parts=[];
  Object.keys(fields).forEach(function(name){
    if(value(name)){parts.push(name+"="+encodeURIComponent(value(name)));}
  });
  try{history.replaceState(null,"",parts.length?"#?"+parts.join("&"):location.pathname+location.search);}
  catch(error){location.hash=parts.length?"?"+parts.join("&"):"";}
}
function decoded(text){try{return decodeURIComponent(text);}catch(error){return text;}}
function follow(){
  var hash=location.hash.slice(1),wanted={};
  if(hash.charAt(0)==="?"){
    hash.slice(1).split("&").forEach(function(part){
      var at=part.indexOf("=");if(at>0){wanted[part.slice(0,at)]=decoded(part.slice(at+1));}
    });
    if(status){set(wanted);}
    return;
  }
  var it=hash&&document.getElementById(decoded(hash));
  if(!it){return;}
  if(status&&it.closest("[hidden]")){set({});}
  for(var up=it;up;up=up.parentElement){if(up.tagName==="DETAILS"){up.open=true;}}
  var own=it.children[0];
  if(own&&own.tagName==="DETAILS"){own.open=true;}
  it.scrollIntoView();
}
if(items.length&&place){build();apply();}
follow();
window.addEventListener("hashchange",follow);
var closed=[];
window.addEventListener("beforeprint",function(){
  closed=all("details:not([open])");closed.forEach(function(one){one.open=true;});
});
window.addEventListener("afterprint",function(){closed.forEach(function(one){one.open=false;});closed=[];});
})();
