#include "connectaside.h"

#include "core/base/loopback.h"
#include "core/providers/httpexchange.h"
#include "ui/theme/buttonkind.h"
#include "ui/widgets/cardframe.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tiles.h"
#include "ui/words/connecting.h"
#include "ui/words/dates.h"
#include "ui/words/keychain.h"

#include <QtWidgets/QGridLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

/// A card with a heading and an icon; its column is for the rest.
std::pair<CardFrame *, QVBoxLayout *> card(const QString &icon, const QString &title,
                                           QWidget *parent)
{
    auto *frame = new CardFrame(parent);
    frame->setAccessibleName(title);
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(17, 14, 17, 14);
    column->setSpacing(7);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(new IconView(icon, Token::TextPrimary, 18, frame));
    auto *heading = new TextLabel(title, TextStyle::Body, Token::TextPrimary, frame);
    heading->setWeight(QFont::DemiBold);
    heading->setWordWrap(true);
    row->addWidget(heading, 1);
    column->addLayout(row);
    return {frame, column};
}

TextLabel *paragraph(const QString &text, QWidget *parent)
{
    auto *label = new TextLabel(text, TextStyle::Small, Token::TextSecondary, parent);
    label->setWordWrap(true);
    return label;
}

} // namespace

ConnectAside::ConnectAside(const Service &service, QWidget *parent)
    : QWidget(parent)
    , m_service(service)
    , m_host(service.baseUrl.host())
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    if (service.needsKey || !service.local)
        column->addWidget(makeKeyCard());
    column->addWidget(makePlaceCard());
    column->addWidget(makePriceCard());
    column->addStretch(1);
}

QWidget *ConnectAside::makeKeyCard()
{
    auto [frame, column] = card(u"key"_s, tr("Where do I get a key?"), this);
    const QStringList steps = words::keySteps(m_service);
    const bool numbered = steps.size() > 1;
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(5);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    for (int i = 0; i < steps.size(); ++i) {
        if (numbered)
            grid->addWidget(paragraph(tr("%1.", "number of a step").arg(i + 1), frame), i, 0,
                            Qt::AlignTop);
        grid->addWidget(paragraph(steps.at(i), frame), i, 1);
    }
    column->addLayout(grid);
    for (const QString &more : {words::keyNote(m_service), words::keyShape(m_service)}) {
        if (!more.isEmpty())
            column->addWidget(paragraph(more, frame));
    }
    if (!m_service.keyPage.isValid())
        return frame;
    m_keyPage = new QPushButton(tr("Open the key page"), frame);
    setCompact(m_keyPage);
    m_keyPage->setAutoDefault(false);
    column->addWidget(m_keyPage, 0, Qt::AlignLeft);
    connect(m_keyPage, &QPushButton::clicked, this,
            [this] { Q_EMIT urlRequested(m_service.keyPage); });
    return frame;
}

QWidget *ConnectAside::makePlaceCard()
{
    auto [frame, column]
        = card(u"lock"_s,
               !m_service.local ? tr("Where will it be kept?") : tr("Where does it run?"), this);
    m_place = paragraph({}, frame);
    column->addWidget(m_place);
    showPlace();
    return frame;
}

QWidget *ConnectAside::makePriceCard()
{
    auto [frame, column]
        = card(u"price-tag"_s, tr("What does %1 charge?").arg(m_service.name), this);
    m_prices = new QGridLayout;
    m_prices->setColumnStretch(0, 1);
    m_prices->setVerticalSpacing(4);
    column->addLayout(m_prices);
    m_priceNote = new TextLabel({}, TextStyle::Tiny, Token::TextMuted, frame);
    m_priceNote->setWordWrap(true);
    column->addWidget(m_priceNote);
    auto *links = new QHBoxLayout;
    links->setSpacing(14);
    m_pricePage = addLink(links, tr("Price list"), m_service.pricePage);
    m_billingPage = addLink(links, tr("Billing"), m_service.billingPage);
    links->addStretch(1);
    if (m_pricePage || m_billingPage)
        column->addLayout(links);
    else
        delete links;
    return frame;
}

QPushButton *ConnectAside::addLink(QBoxLayout *row, const QString &text, const QUrl &page)
{
    if (!page.isValid() || page.host().isEmpty())
        return nullptr;
    auto *link = new QPushButton(text, this);
    link->setAccessibleName(tr("%1 of %2", "price list of OpenAI").arg(text, m_service.name));
    link->setToolTip(page.host());
    setKind(link, ButtonKind::Link);
    link->setAutoDefault(false);
    row->addWidget(link);
    connect(link, &QPushButton::clicked, this, [this, page] { Q_EMIT urlRequested(page); });
    return link;
}

void ConnectAside::setKeychain(const KeychainStatus &status)
{
    m_status = status;
    showPlace();
}

void ConnectAside::setHost(const QString &host)
{
    m_host = host;
    showPlace();
}

void ConnectAside::showPlace()
{
    if (m_service.local && isLoopbackHost(m_host))
        m_place->setText(
            tr("On this computer, at %1. Nothing leaves it, and no key is needed.").arg(m_host));
    else if (m_service.local)
        m_place->setText(tr("At %1. What you send goes there.")
                             .arg(m_host.isEmpty() ? tr("the address you enter") : m_host));
    else
        m_place->setText(words::whereItIsKept(
            m_status, m_host.isEmpty() ? tr("the address you enter") : m_host));
}

void ConnectAside::addPriceRow(int row, const words::PriceLine &line)
{
    auto *name = new TextLabel(line.what, TextStyle::Body, Token::TextSecondary, this);
    name->setWordWrap(true);
    auto *amount = new MoneyLabel(line.price, TextStyle::Body, Token::TextPrimary, this);
    m_prices->addWidget(name, row, 0);
    m_prices->addWidget(amount, row, 1, Qt::AlignRight | Qt::AlignTop);
    name->show();
    amount->show();
}

void ConnectAside::showPrices(const QList<words::PriceLine> &lines, const QString &note)
{
    while (QLayoutItem *item = m_prices->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_lines = lines;
    for (int row = 0; row < lines.size(); ++row)
        addPriceRow(row, lines.at(row));
    m_prices->invalidate(); // taking something out does not
    m_priceNote->setText(note);
}

QString ConnectAside::priceNote() const
{
    return m_priceNote->text();
}

void ConnectAside::setModel(const QString &model, const QDate &day)
{
    const Model *facts = m_service.model(model);
    const DatedPrice *price = facts ? facts->priceAt(day) : nullptr;
    const QList<words::PriceLine> lines
        = price ? words::priceLines(*price) : QList<words::PriceLine>();
    if (lines.isEmpty()) {
        if (m_service.local)
            return showPrices({}, tr("Nothing: it runs on this computer."));
        if (model.isEmpty())
            return showPrices({}, tr("Choose a model to see its price."));
        return showPrices({},
                          tr("Keyway does not know the price of %1. Its cost stays unknown, "
                             "and no fee is taken, until you enter one.")
                              .arg(model));
    }
    const QString list
        = tr("%1 · list of %2", "a model and the date of its price")
              .arg(facts->name.isEmpty() ? model : facts->name, words::dayAndMonth(price->from));
    showPrices(lines, price->tiers.size() > 1 ? tr("%1 · long prompts cost more").arg(list) : list);
}

} // namespace keyway
