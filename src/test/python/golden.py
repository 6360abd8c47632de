"""Losses of five steps of each stage, computed by an independent PyTorch implementation, for NumericalAgreementTest.

    mvn test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=io.github.hyojo.model.GoldenNoise -Dexec.args=noise.bin
    python3 golden.py FOLDER_WITH_REFERENCE_PY noise.bin > ../resources/io/github/hyojo/model/golden.csv

reference.py gives the networks and the KL and reconstruction losses. The steps are here, because both players of L_gan
move at once in Hyojo: one forward pass of the discriminator serves both. Weights and images are hashes of their
positions, the same in the test; the noise is TensorFlow's stateless noise for seed 1 and the step, from noise.bin.
"""
import sys

sys.path.insert(0, sys.argv[1])
import argparse
import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
import reference as R

N, S, STEPS = 8, 64, 5
# At the default 5e-4 single precision alone moves the KL of the fifth step by 1 % (float32 against float64 here).
RATE = 1e-4


def fnv(text):
    h = 2166136261
    for b in text.encode():
        h = ((h ^ b) * 16777619) & 0xffffffff
    return h


def uniform(name, size):
    """Numbers in [0, 1) that depend on a name and a position."""
    h = np.arange(1, size + 1, dtype=np.uint64) * 2654435761 + fnv(name) & 0xffffffff
    for _ in range(2):
        h ^= h >> np.uint64(16)
        h = h * 0x45d9f3b & 0xffffffff
    h ^= h >> np.uint64(16)
    return h.astype(np.float64) / 2 ** 32


def weights(name, shape, fan_in):
    return torch.from_numpy(((uniform(name, int(np.prod(shape))) - .5) * np.sqrt(24 / fan_in)).astype(np.float32).astype(np.float64).reshape(shape))


def conv(layer, name):
    o, i, k, _ = layer.weight.shape
    layer.weight.data = weights(name, (k, k, i, o), k * k * i).permute(3, 2, 0, 1).contiguous()
    layer.bias.data.zero_()


def deconv(layer, name):
    i, o, k, _ = layer.weight.shape
    layer.weight.data = weights(name, (k, k, o, i), k * k * i // 4).permute(3, 2, 0, 1).contiguous()
    layer.bias.data.zero_()


def dense(layer, name):
    o, i = layer.weight.shape
    layer.weight.data = weights(name, (i, o), i).t().contiguous()
    layer.bias.data.zero_()


def trunk(t, name):
    layers = [l for l in t.f if isinstance(l, nn.Conv2d)]
    for n, l in enumerate(layers):
        conv(l, f'{name}/conv{n // 2 + 1}_{n % 2 + 1}/weights')


def encoder(e, name):
    trunk(e.t, name)
    dense(e.mu, f'{name}/mean/weights')
    dense(e.lv, f'{name}/log_variance/weights')


def decoder(g):
    # rows of 4 x 4 x 256 here, of 256 x 4 x 4 in the reference
    w = weights('decoder/fc/weights', (128, 4096), 128)
    g.fc.weight.data = w.view(128, 4, 4, 256).permute(3, 1, 2, 0).reshape(4096, 128).contiguous()
    g.fc.bias.data.zero_()
    level = 0
    for l in g.f:
        if isinstance(l, nn.ConvTranspose2d):
            level += 1
            deconv(l, f'decoder/deconv{level}/weights')
        elif isinstance(l, nn.Conv2d):
            conv(l, f'decoder/conv{level}/weights')
    conv(g.out, 'decoder/conv6/weights')


def images(name):
    pixels = np.floor(uniform(name, N * S * S * 3) * 256).reshape(N, S, S, 3)
    return torch.from_numpy(pixels / 255).permute(0, 3, 1, 2).contiguous()


def sample(mu, lv, noise):
    return mu + noise * (.5 * lv).exp()


def model(a):
    m = R.Model(a)
    encoder(m.Ei, 'identity'); encoder(m.Ee, 'expression'); decoder(m.G)
    trunk(m.D.t, 'discriminator'); dense(m.D.o, 'discriminator/score/weights')
    return m


def main():
    torch.set_num_threads(2)
    torch.set_default_dtype(torch.float64)
    a = argparse.Namespace(size=S, a1=5e-4, a2=.01, beta=1, gamma=10, gan=1, switch=1, sample_zi=0)
    x, target = images('image'), images('target')
    donor = torch.arange(1, N + 1) % N
    noise = torch.from_numpy(np.fromfile(sys.argv[2], '<f4').astype(np.float64))
    n1, n2 = noise[:STEPS * N * 64].view(STEPS, N, 64), noise[STEPS * N * 64:].view(STEPS, N, 192)
    print('stage,step,loss,value')

    def show(stage, step, **losses):
        for k, v in losses.items():
            print(f'{stage},{step},{k},{v.item():.8g}')

    m = model(a)
    o = m.opt(RATE, m.Ei, m.G)
    for t in range(STEPS):
        mu, lv = m.Ei(x)
        k, r = R.kl(mu, lv), R.rec(m.G(torch.cat([sample(mu, lv, n1[t]), torch.zeros_like(mu)], 1)), target)
        l = a.a1 * k + a.a2 * r
        o.zero_grad(); l.backward(); o.step()
        show('train_identity', t, kl=k, reconstruction=r, loss=l)
    m = model(a)
    g, d = m.opt(RATE, m.Ee, m.G), m.opt(RATE, m.D)
    for t in range(STEPS):
        with torch.no_grad(): mi = m.Ei(x)[0]
        me, le = m.Ee(x)
        xo = m.G(torch.cat([mi, sample(me, le, n2[t][:, :64])], 1))
        xp = m.G(n2[t][:, 64:])
        k, r = R.kl(me, le), R.rec(xo, x)
        ld = F.softplus(-m.D(x)).mean() + F.softplus(m.D(xo.detach())).mean() + F.softplus(m.D(xp.detach())).mean()
        lg = F.softplus(-m.D(xo)).mean() + F.softplus(-m.D(xp)).mean()
        te = me[donor].detach()
        xs = m.G(torch.cat([mi, te], 1))
        sw = F.mse_loss(m.Ei(xs)[0], mi) + F.mse_loss(m.Ee(xs)[0], te)
        l = a.a1 * k + a.a2 * r + a.beta * lg + a.gamma * sw
        # both players' gradients at the same weights, then both move
        ps, qs = [p for n in (m.Ee, m.G) for p in n.parameters()], list(m.D.parameters())
        gd = torch.autograd.grad(ld, qs)
        gg = torch.autograd.grad(l, ps)
        for p, v in zip(qs + ps, gd + gg): p.grad = v
        g.step(); d.step()
        show('train_expression', t, kl=k, reconstruction=r, discriminator=ld, generator=lg, switch=sw, loss=l)


main()
