using System.Text.Json.Nodes;
using DropoutLessons.Cli.Book;

namespace DropoutLessons.Cli.Tests.Book;

public sealed class OutputHtmlTests
{
    [Theory]
    [InlineData("""{"output_type":"stream","name":"stdout","text":["a <\n","b"]}""", "<pre class=\"stream stdout\">a &lt;\nb</pre>")]
    [InlineData("""{"output_type":"execute_result","data":{"text/plain":"2","text/html":"<b>2</b>"}}""", "<div class=\"rich\"><b>2</b></div>")]
    [InlineData("""{"output_type":"display_data","data":{"text/plain":["x & y"]}}""", "<pre>x &amp; y</pre>")]
    [InlineData("""{"output_type":"display_data","data":{"image/png":"QUJD\n","text/plain":"a mask"}}""", "<img alt=\"a mask\" src=\"data:image/png;base64,QUJD\">")]
    [InlineData("""{"output_type":"error","ename":"E","evalue":"v","traceback":["\u001b[31mE\u001b[0m: v","at line 1"]}""", "<pre class=\"error\" role=\"alert\">E: v\nat line 1</pre>")]
    [InlineData("""{"output_type":"error","ename":"E","evalue":"v","traceback":[]}""", "<pre class=\"error\" role=\"alert\">E: v</pre>")]
    public void Render_takes_the_richest_form_and_escapes_the_rest(string output, string html) =>
        Assert.Equal(html, OutputHtml.Render(JsonNode.Parse(output)!));
}
