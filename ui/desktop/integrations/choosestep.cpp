#include "choosestep.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/tiles.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace keyway {

ChooseStep::ChooseStep(const Catalogue &catalogue, const QSet<QString> &added, QWidget *parent)
    : QWidget(parent)
    , m_search(new SearchField(tr("Search by service or model"), this))
    , m_kinds(new SegmentedControl(this))
    , m_grid(new ServiceGrid(this))
    , m_nothing(new TextLabel({}, TextStyle::Body, Token::TextSecondary, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(14);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_search->setCollapsible(false);
    m_search->setMaximumWidth(QWIDGETSIZE_MAX);
    m_search->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_search->edit()->setAccessibleName(tr("Search by service or model"));
    m_search->edit()->installEventFilter(this);
    row->addWidget(m_search, 1);

    bool video = false;
    for (const Service &service : catalogue.services())
        video = video || service.types.contains(RequestType::Video);
    m_kinds->setAccessibleName(tr("Kind"));
    const auto add = [this](ServiceFilter::Kind kind, const QString &text, const QString &icon) {
        m_kinds->addSegment(text, icon);
        m_kindOf += kind;
    };
    add(ServiceFilter::Kind::All, tr("All"), {});
    add(ServiceFilter::Kind::Text, tr("Text"), u"text"_s);
    add(ServiceFilter::Kind::Image, tr("Image"), u"studio"_s);
    if (video)
        add(ServiceFilter::Kind::Video, tr("Video"), u"video"_s);
    add(ServiceFilter::Kind::Local, tr("Local"), u"local"_s);
    row->addWidget(m_kinds);
    column->addLayout(row);
    column->addWidget(m_grid, 1);
    m_nothing->hide();
    column->addWidget(m_nothing);
    auto *note = new QHBoxLayout;
    note->setSpacing(9);
    note->addWidget(new IconView(u"info"_s, Token::TextMuted, 14, this));
    auto *words
        = new TextLabel(tr("Adding a service twice is fine, for example a private key and a work "
                           "key. Each has its own name, limit and costs."),
                        TextStyle::Small, Token::TextMuted, this);
    words->setWordWrap(true);
    note->addWidget(words, 1);
    column->addLayout(note);

    connect(m_search, &SearchField::textChanged, this, [this] { filter(); });
    connect(m_kinds, &SegmentedControl::currentChanged, this, [this] { filter(); });
    connect(m_grid, &ServiceGrid::chosen, this, &ChooseStep::chosen);
    connect(m_grid, &ServiceGrid::currentServiceChanged, this, &ChooseStep::currentChanged);
    m_grid->setServices(catalogue.services(), added);
    setFocusProxy(m_search->edit());
}

void ChooseStep::filter()
{
    m_grid->setFilter({m_kindOf.value(m_kinds->current()), m_search->text()});
    m_nothing->setVisible(m_grid->count() == 0);
    m_nothing->setText(
        tr("Nothing found for “%1”. A service that speaks the OpenAI protocol can be added "
           "as “Another service”.")
            .arg(m_search->text()));
}

bool ChooseStep::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        auto *press = static_cast<QKeyEvent *>(event);
        if (press->key() == Qt::Key_Down) {
            m_grid->setFocus(Qt::TabFocusReason);
            return true;
        }
        if (press->key() == Qt::Key_Return || press->key() == Qt::Key_Enter) {
            if (!m_grid->current().isEmpty())
                Q_EMIT chosen(m_grid->current());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace keyway
