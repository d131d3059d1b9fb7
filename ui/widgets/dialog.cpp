#include "dialog.h"

#include "ui/theme/textscale.h"
#include "ui/theme/theme.h"
#include "ui/widgets/cardframe.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/scrollpage.h"

#include <QtCore/QEvent>
#include <QtGui/QPainter>
#include <QtGui/QScreen>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace keyway {

namespace {

/// Covers a window while a dialog is open above it. Takes no events: the dialog is modal anyway.
class DimLayer : public QWidget {
public:
    explicit DimLayer(QWidget *window)
        : QWidget(window)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setGeometry(window->rect());
        window->installEventFilter(this);
        raise();
        show();
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == parentWidget() && event->type() == QEvent::Resize) {
            setGeometry(parentWidget()->rect());
        }
        return QWidget::eventFilter(watched, event);
    }
    void paintEvent(QPaintEvent *) override
    {
        QPainter(this).fillRect(rect(), QColor::fromRgbF(0.047F, 0.063F, 0.094F, 0.34F));
    }
};

} // namespace

Dialog::Dialog(QWidget *parent)
    : QDialog(parent)
    , m_top(new QVBoxLayout)
    , m_scroll(new ScrollPage(this))
    , m_row(new QHBoxLayout)
    , m_hint(new TextLabel({}, TextStyle::Small, Token::TextMuted, this))
{
    setWindowModality(Qt::WindowModal);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_top->setContentsMargins(0, 0, 0, 0);
    column->addLayout(m_top);
    column->addWidget(m_scroll, 1);
    auto *band = new Band(Token::BgSidebar, Qt::TopEdge, this);
    m_row->setContentsMargins(20, 12, 20, 12);
    m_row->setSpacing(8);
    m_hint->hide();
    m_row->addWidget(m_hint);
    m_row->addStretch(1);
    band->setLayout(m_row);
    column->addWidget(band);
}

void Dialog::setHeader(QWidget *header)
{
    m_top->addWidget(header);
    m_top->setContentsMargins(20, 16, 20, 0);
}

void Dialog::setContent(QWidget *content)
{
    m_scroll->setWidget(content);
    m_scroll->setMargins({20, m_top->isEmpty() ? 20 : 16, 20, 16});
}

QWidget *Dialog::content() const
{
    return m_scroll->widget();
}

QPushButton *Dialog::addButton(const QString &text, ButtonKind kind, Side side)
{
    auto *button = new QPushButton(text, this);
    setKind(button, kind);
    button->setAutoDefault(false);
    if (side == Side::Left) {
        m_row->insertWidget(m_leftCount++, button);
    } else {
        m_row->addWidget(button);
    }
    return button;
}

void Dialog::setDefaultButton(QPushButton *button)
{
    button->setDefault(true);
}

void Dialog::resizeForText(const QSize &size)
{
    constexpr QSize frame(8, 40);
    resize(QSize(forText(size.width()), forText(size.height()))
               .boundedTo((screen()->availableSize() - frame).expandedTo(size))
               .expandedTo(minimumSize()));
}

void Dialog::setHint(const QString &hint)
{
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
}

void Dialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    if (!event->spontaneous() && parentWidget() && !m_dim) {
        m_dim = new DimLayer(parentWidget()->window());
    }
}

void Dialog::hideEvent(QHideEvent *event)
{
    QDialog::hideEvent(event);
    if (!event->spontaneous()) {
        delete m_dim;
    }
}

void Dialog::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), themeOf(this).color(Token::BgWindow));
}

} // namespace keyway
