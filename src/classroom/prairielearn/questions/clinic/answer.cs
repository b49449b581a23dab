bool Accepts(DropoutForwardFunction layer)
{
    // TODO: call the layer in several ways, and compare with the promise.
    throw new NotImplementedException();
}
