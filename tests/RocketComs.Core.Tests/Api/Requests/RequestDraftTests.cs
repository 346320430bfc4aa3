using RocketComs.Core.Api.Requests;
using RocketComs.Core.Errors;
using Xunit;

namespace RocketComs.Core.Tests.Api.Requests;

public class RequestDraftTests
{
    [Theory]
    [InlineData("POST", true, true, false, "Form")]
    [InlineData("GET", true, false, false, "Body")]
    [InlineData("HEAD", true, false, false, "Body")]
    [InlineData("DELETE", false, true, false, "Form")]
    [InlineData("POST", false, false, true, "FollowPages")]
    public void What_does_not_go_together_is_refused(string method, bool hasBody, bool hasForm, bool followsPages, string parameter)
    {
        RequestDraft draft = Draft(method, "v1/x") with { Json = hasBody ? [] : null, Form = hasForm ? [] : null, FollowsPages = followsPages };

        Assert.Equal(parameter, Assert.Throws<InvalidParameterException>(draft.Check).ParameterName);
    }

    [Fact]
    public void Address_that_is_too_long_is_refused()
    {
        RequestDraft draft = Draft("GET", "v1/x") with { MoreQuery = [new("a", new string('ć', 6993))] };

        draft.Check();
        Assert.Equal("Query", Assert.Throws<InvalidParameterException>((draft with { MoreQuery = [new("a", new string('ć', 6994))] }).Check).ParameterName);
    }

    [Theory]
    [InlineData("v1/x?page=1", "y")]
    [InlineData("v1/x", "pageSize")]
    public void Pages_of_ones_own_do_not_go_with_those_that_are_followed(string path, string name)
    {
        RequestDraft draft = Draft("GET", path) with { MoreQuery = [new(name, "1")] };

        draft.Check();
        (Draft("GET", "v1/x?pages=1") with { FollowsPages = true }).Check();
        Assert.Equal("Query", Assert.Throws<InvalidParameterException>((draft with { FollowsPages = true }).Check).ParameterName);
    }

    [Theory]
    [InlineData("v1/auth/login", """{"email":"a@b.example","password":"p1"}""", "a@b.example p1", true)]
    [InlineData("v1/accounts/1/users", """{"user":{"newPassword":["p1","p2"],"name":"n"}}""", "p1 p2", false)]
    [InlineData("v1/accounts/1/apikeys", """{}""", "", true)]
    [InlineData("v1/brands?accessToken=t1&x=y", """{"name":"n"}""", "t1", false)]
    [InlineData("v1/x?API_KEY=k1&keys=k2&countryCode=US", """{"Pin":1234,"code":"c1","otp":"o1","zipCode":"z","authorization":{"a":"b1"},"apikey":"k3"}""", "k1 1234 c1 o1 b1 k3", false)]
    public void Secrets_are_known_by_their_names_and_paths(string path, string json, string secrets, bool inAnswer)
    {
        RequestDraft draft = Draft("POST", path) with { Json = System.Text.Encoding.UTF8.GetBytes(json) };

        Assert.Equal(secrets, string.Join(' ', RequestSecrets.InRequest(draft)));
        Assert.Equal(inAnswer, RequestSecrets.InAnswer(draft));
    }

    [Theory]
    [InlineData("v1/x", "t1")]
    [InlineData("v1/auth/login", "n t1 u")]
    [InlineData("v1/AUTH/login", "n t1 u")]
    public void Secrets_of_a_form_are_known_by_the_names_of_its_fields_too(string path, string secrets)
    {
        RequestDraft draft = Draft("POST", path) with { Form = [new("name", "n"), new("refreshToken", "t1"), new("again_token", "t1"), new("pin", ""), new("other", "u"), new("secret", 5)] };

        Assert.Equal(secrets, string.Join(' ', RequestSecrets.InRequest(draft)));
    }

    [Theory]
    [InlineData("v1/accounts/1/apikeys", true)]
    [InlineData("v1/accounts/1/ApiKeys/2", true)]
    [InlineData("v1/auth/refresh", true)]
    [InlineData("v1/accounts/1/keys", false)]
    public void Answers_on_login_and_on_keys_may_hold_a_secret(string path, bool inAnswer) => Assert.Equal(inAnswer, RequestSecrets.InAnswer(Draft("GET", path)));

    [Theory]
    [InlineData("DELETE", "v1/batches/")]
    [InlineData("PATCH", "v1/batches/ ")]
    [InlineData("POST", "v1//batches")]
    [InlineData("PUT", "v1/brands/%20/x")]
    [InlineData("DELETE", "v1/batches/%2F")]
    public void Change_of_a_path_with_an_empty_segment_is_refused(string method, string path)
    {
        Assert.Equal("Path", Assert.Throws<InvalidParameterException>(Draft(method, path).Check).ParameterName);
        Draft("GET", path).Check();
    }

    private static RequestDraft Draft(string method, string path) => new(new HttpMethod(method), RequestPath.Parse(path, new Uri("https://api.example.com/")));
}
